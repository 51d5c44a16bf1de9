// The scaly cup beneath a cornflower's head: overlapping scales with dark fringes.

import { PARTS } from "./colours.mjs";
import { mixed } from "./ink.mjs";
import { Blade } from "./shapes.mjs";
import { sine } from "./turns.mjs";

const ROWS = 6;
const FRINGE = PARTS.cornflower.fringe;

/** A cup whose neck is the plane's centre. */
export function cup(ink, stream, greens, plane, size) {
  const [height, width] = [size * 0.52, size * 0.2];
  const body = new Blade(plane, [0, 0], -0.25, height * 1.25, width * 1.22, 0, 0.26, 0.45);
  ink.fill(body.part(0.86, -1, 1), mixed(greens.mid, greens.dark, 0.35), 98);
  for (let row = 0; row < ROWS; row++) {
    const t = 1 - row / (ROWS - 1);
    const count = 4 + (row % 2);
    const half = width * (0.22 + 0.72 * sine(0.02 + 0.32 * t));
    for (const i of outerFirst(count)) {
      const u = (2 * i) / (count - 1) - 1;
      const foot = [u * half * 0.92, height * (0.05 * u * u - 0.02 - 0.66 * t)];
      const turn = u * (0.06 - 0.03 * t) - 0.25;
      const blade = new Blade(plane, foot, turn, height * 0.34, width * (0.25 + 0.08 * t), -u * 0.2);
      scale(ink, stream, greens, blade, Math.abs(u), size);
    }
  }
}

function scale(ink, stream, greens, blade, aside, size) {
  const tone = mixed(mixed(greens.light, greens.shine, 0.2), greens.mid, 0.5 * stream.unit() + 0.5 * aside);
  ink.shape(blade.outline(-1, 1, 4), tone, 97, mixed(FRINGE, greens.dark, 0.4), size * 0.007, 66);
  ink.fill(blade.part(0.9, 0, 0.8, 3), greens.dark, 22);
  ink.line(blade.vein(0, 0.74, 1.02), FRINGE, size * 0.012, 56);
}

/** The numbers below `count`, from both ends to the middle. @param {number} count */
export function outerFirst(count) {
  const far = (i) => Math.abs(2 * i - (count - 1));
  return Array.from({ length: count }, (_, i) => i).sort((i, j) => far(j) - far(i));
}
