// Made from cards/photos.yml by cards/generating.py; change that, not this.
export const ACCEPT = "image/jpeg,image/png,image/webp";
export const LONGEST_SIDE = 1600;
export const QUALITY = 90;
export const MOST_BYTES = 41943040;
export const MOST_PIXELS = 50000000;
export const HEIF_BRANDS = ["heic","heix","hevc","hevx","heim","heis","hevm","hevs","mif1","msf1","avif","avis"];
export const CANARY_SIDE = 48;
