// Made from words/en.yml by generating.py; change that, not this.
export default {
 "comma": ", ",
 "stop": ".",
 "flowers": {
  "cornflower": {
   "blue": "A blue cornflower",
   "sky": "A sky-blue cornflower",
   "midnight": "A midnight-blue cornflower",
   "violet": "A violet cornflower",
   "pink": "A pink cornflower",
   "white": "A white cornflower"
  },
  "poppy": {
   "scarlet": "A scarlet poppy",
   "vermilion": "A vermilion poppy",
   "orange": "An orange poppy",
   "pink": "A pink poppy",
   "white": "A white poppy"
  },
  "flax": {
   "blue": "Blue flax",
   "deep_blue": "Deep blue flax",
   "pale_blue": "Pale blue flax",
   "lilac": "Lilac flax",
   "white": "White flax"
  },
  "daisy": {
   "white": "A white ox-eye daisy",
   "cream": "A cream ox-eye daisy",
   "rose": "A rose-tinted ox-eye daisy",
   "green_white": "A greenish-white ox-eye daisy"
  }
 },
 "buds": [
  "",
  "with one bud",
  "with two buds",
  "with three buds"
 ],
 "seasons": {
  "spring": "in spring colours",
  "summer": "in summer colours",
  "autumn": "in autumn colours",
  "winter": "in winter colours"
 },
 "rye": "ears of rye behind it"
};
