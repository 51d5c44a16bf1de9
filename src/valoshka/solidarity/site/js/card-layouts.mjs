// Made from cards/layouts.yml by cards/generating.py; change that, not this.
export const SIZES = {"portrait":{"width":1080,"height":1350,"safe":[0,1350],"arrangement":"above","margin":76,"foot":34,"rungs":[[88,2],[76,3],[64,4],[54,5],[46,7],[40,9],[35,11],[31,13],[28,15],[24,18]]},
"square":{"width":1080,"height":1080,"safe":[0,1080],"arrangement":"above","margin":72,"foot":34,"rungs":[[80,1],[70,2],[58,3],[50,4],[44,5],[38,6],[33,8],[29,10],[26,12],[22,15]]},
"story":{"width":1080,"height":1920,"safe":[250,1670],"arrangement":"above","margin":84,"foot":38,"rungs":[[96,3],[82,4],[70,5],[60,6],[52,8],[45,9],[39,11],[34,13],[31,15],[27,18]]},
"link":{"width":1200,"height":630,"safe":[0,630],"arrangement":"beside","picture":540,"margin":60,"foot":28,"rungs":[[68,3],[58,4],[50,5],[43,6],[37,8],[32,9],[28,11],[25,12],[22,14],[17,19]]}};
export const LEADING = {"usual":1.2,"arabic":1.55};
export const AIR = {"above_words":0.75,"above_foot":0.62,"below_foot":0.85};
export const FLOWER = {"width":3760,"height":3080,"top":130};
export const PHOTO_TOP = 0.3;
export const PALETTES = {"paper":{"ground":"#efeadc","words":"#1b1f2a","tag":"#3b57c4","handle":"#5c6270","mark":"#3b57c4"},
"cornflower":{"ground":"#3b57c4","words":"#ffffff","tag":"#ffffff","handle":"#e3e8ff","mark":"#ffffff"},
"ink":{"ground":"#1b1f2a","words":"#f6f3ea","tag":"#a3b5ff","handle":"#b1b6c3","mark":"#a3b5ff"}};
export const PAPER = "#fbf9f4";
export const MOST_PARAGRAPHS = 6;
export const LONGEST_WORD = 22;
export const MOST_BYTES = 950000;
export const QUALITIES = [92,86,80,74,66,56,44];
export const MARK = "M47.5 37.2L38.6 12.7L38.1 2.5L45.6 8.2L50.0 0.0L54.4 8.2L61.9 2.5L61.4 12.7L52.5 37.2zM57.3 39.2L68.3 15.6L75.2 8.0L76.4 17.4L85.4 14.6L82.6 23.6L92.0 24.8L84.4 31.7L60.8 42.7zM62.8 47.5L87.3 38.6L97.5 38.1L91.8 45.6L100.0 50.0L91.8 54.4L97.5 61.9L87.3 61.4L62.8 52.5zM60.8 57.3L84.4 68.3L92.0 75.2L82.6 76.4L85.4 85.4L76.4 82.6L75.2 92.0L68.3 84.4L57.3 60.8zM52.5 62.8L61.4 87.3L61.9 97.5L54.4 91.8L50.0 100.0L45.6 91.8L38.1 97.5L38.6 87.3L47.5 62.8zM42.7 60.8L31.7 84.4L24.8 92.0L23.6 82.6L14.6 85.4L17.4 76.4L8.0 75.2L15.6 68.3L39.2 57.3zM37.2 52.5L12.7 61.4L2.5 61.9L8.2 54.4L0.0 50.0L8.2 45.6L2.5 38.1L12.7 38.6L37.2 47.5zM39.2 42.7L15.6 31.7L8.0 24.8L17.4 23.6L14.6 14.6L23.6 17.4L24.8 8.0L31.7 15.6L42.7 39.2z";
