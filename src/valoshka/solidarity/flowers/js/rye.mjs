// Ears of rye, faint, where the flowers of the field grow.

import { mixed } from "./ink.mjs";
import { Blade, PAGE } from "./shapes.mjs";

const GRAINS = 13;
const MARGIN = 260;

/** Two to four ears, left and right in turn. */
export function rye(ink, stream, straw) {
  const count = stream.whole(2, 4);
  for (let i = 0; i < count; i++) ear(ink, stream, straw, i % 2 === 0 ? -1 : 1);
}

function ear(ink, stream, straw, side) {
  const lean = side * stream.between(0.004, 0.03);
  const length = stream.between(2000, 2900);
  const bend = side * stream.between(0.06, 0.2);
  let foot = 2000 + side * stream.between(450, 1400);
  const tip = new Blade(PAGE, [foot, 5060], lean - 0.25, length, 12, bend).at(1.05, 0)[0];
  foot += Math.min(Math.max(tip, MARGIN), 4000 - MARGIN) - tip;
  const stalk = new Blade(PAGE, [foot, 5060], lean - 0.25, length, 12, bend, 1);
  ink.line(stalk.vein(0, 0, 0.76), straw.light, 26, 70);
  ink.line(stalk.vein(0.3, 0, 0.76), straw.dark, 8, 46);
  const turn = lean - 0.25 + side * 0.03;
  for (let k = 0; k < GRAINS; k++) {
    for (const hand of [-1, 1]) grain(ink, stream, straw, stalk.at(0.73 + 0.0205 * k, hand * 0.5), turn, hand);
  }
}

function grain(ink, stream, straw, at, towards, hand) {
  const turn = towards + hand * stream.between(0.038, 0.055);
  const awn = new Blade(PAGE, at, turn - hand * 0.026, stream.between(360, 520), 10, -hand * 0.03);
  ink.line(awn.vein(0, 0.1, 1), straw.dark, 5, 42);
  const corn = new Blade(PAGE, at, turn, stream.between(128, 150), 27, -hand * 0.22);
  const tone = mixed(straw.light, straw.dark, 0.3 * stream.unit());
  ink.shape(corn.outline(-1, 1, 4), tone, 84, straw.dark, 5, 50);
  ink.fill(corn.part(0.94, -0.8, 0, 3), straw.shine, 46);
}
