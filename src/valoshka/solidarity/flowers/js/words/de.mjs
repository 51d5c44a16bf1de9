// Made from words/de.yml by generating.py; change that, not this.
export default {
 "comma": ", ",
 "stop": ".",
 "flowers": {
  "cornflower": {
   "blue": "Eine blaue Kornblume",
   "sky": "Eine himmelblaue Kornblume",
   "midnight": "Eine tiefblaue Kornblume",
   "violet": "Eine violette Kornblume",
   "pink": "Eine rosa Kornblume",
   "white": "Eine weiße Kornblume"
  },
  "poppy": {
   "scarlet": "Eine scharlachrote Mohnblume",
   "vermilion": "Eine leuchtend rote Mohnblume",
   "orange": "Eine orangefarbene Mohnblume",
   "pink": "Eine rosa Mohnblume",
   "white": "Eine weiße Mohnblume"
  },
  "flax": {
   "blue": "Blauer Lein",
   "deep_blue": "Tiefblauer Lein",
   "pale_blue": "Blassblauer Lein",
   "lilac": "Fliederfarbener Lein",
   "white": "Weißer Lein"
  },
  "daisy": {
   "white": "Eine weiße Margerite",
   "cream": "Eine cremeweiße Margerite",
   "rose": "Eine zartrosa Margerite",
   "green_white": "Eine grünlich weiße Margerite"
  }
 },
 "buds": [
  "",
  "mit einer Knospe",
  "mit zwei Knospen",
  "mit drei Knospen"
 ],
 "seasons": {
  "spring": "in Frühlingsfarben",
  "summer": "in Sommerfarben",
  "autumn": "in Herbstfarben",
  "winter": "in Winterfarben"
 },
 "rye": "dahinter Roggenähren"
};
