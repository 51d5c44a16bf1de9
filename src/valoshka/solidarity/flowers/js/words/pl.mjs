// Made from words/pl.yml by generating.py; change that, not this.
export default {
 "comma": ", ",
 "stop": ".",
 "flowers": {
  "cornflower": {
   "blue": "Niebieski chaber",
   "sky": "Błękitny chaber",
   "midnight": "Granatowy chaber",
   "violet": "Fioletowy chaber",
   "pink": "Różowy chaber",
   "white": "Biały chaber"
  },
  "poppy": {
   "scarlet": "Szkarłatny mak",
   "vermilion": "Jaskrawoczerwony mak",
   "orange": "Pomarańczowy mak",
   "pink": "Różowy mak",
   "white": "Biały mak"
  },
  "flax": {
   "blue": "Niebieski len",
   "deep_blue": "Ciemnoniebieski len",
   "pale_blue": "Bladoniebieski len",
   "lilac": "Liliowy len",
   "white": "Biały len"
  },
  "daisy": {
   "white": "Biała margerytka",
   "cream": "Kremowa margerytka",
   "rose": "Różowawa margerytka",
   "green_white": "Zielonkawobiała margerytka"
  }
 },
 "buds": [
  "",
  "z jednym pąkiem",
  "z dwoma pąkami",
  "z trzema pąkami"
 ],
 "seasons": {
  "spring": "w wiosennych barwach",
  "summer": "w letnich barwach",
  "autumn": "w jesiennych barwach",
  "winter": "w zimowych barwach"
 },
 "rye": "w tle kłosy żyta"
};
