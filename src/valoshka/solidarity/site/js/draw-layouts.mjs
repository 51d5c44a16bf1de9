// Made from cards/layouts.yml by cards/generating.py; change that, not this.
export const DRAWING = {"colours":["#3b57c4","#4a2a82","#c2304a","#d9792b","#e0b020","#3f6b4f","#1b1f2a"],"widths":[10,22,44],"paper":"#fbf9f4","most_points":60000,"quality":90};
