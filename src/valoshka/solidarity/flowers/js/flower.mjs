// A flower grown from its seed: byte for byte what Python's `grow(seed, kind).svg()` gives.
// As a command: node flower.mjs SEED [KIND] prints the SVG.

import { draw as cornflower } from "./kinds/cornflower.mjs";
import { draw as daisy } from "./kinds/daisy.mjs";
import { draw as flax } from "./kinds/flax.mjs";
import { draw as poppy } from "./kinds/poppy.mjs";
import { plan } from "./plan.mjs";

export { KINDS, LONGEST_SEED, Refused } from "./plan.mjs";
export { svg } from "./writing.mjs";

const DRAW = { cornflower, poppy, flax, daisy };

/**
 * The flower that a seed decides. Throws `Refused` (codes: kind, long, broken).
 * @param {string} seed any text up to 64 characters; an ending `.pN.sN.bN` chooses palette, season and buds
 */
export function grow(seed, kind = "cornflower") {
  const decided = plan(seed, kind);
  const { palette, season, buds, field } = decided;
  const { marks } = DRAW[kind](decided);
  return { seed, kind, palette, season, buds, marks, paper: field.paper, width: 4000, height: 5000 };
}

if (/[\\/]flower\.mjs$/.test(globalThis.process?.argv?.[1] ?? "")) import("./command.mjs");
