// Stems and leaves.

import { arc } from "./curves.mjs";
import { mixed } from "./ink.mjs";
import { Blade, PAGE } from "./shapes.mjs";

/** @typedef {import("./ink.mjs").Point} Point */

const PIECES = 4;

/** A curve from the head down to its foot. */
export class Stem {
  /** @param {Point} top @param {Point} bend @param {Point} foot */
  constructor(top, bend, foot) {
    Object.assign(this, { top, bend, foot });
  }

  /** The point at share `t` of the way down. @param {number} t @returns {Point} */
  at(t) {
    const u = 1 - t;
    const { top: a, bend: b, foot: c } = this;
    return [u * u * a[0] + 2 * u * t * b[0] + t * t * c[0], u * u * a[1] + 2 * u * t * b[1] + t * t * c[1]];
  }

  /** Four strokes, each narrower and nearer to the light. */
  draw(ink, greens, width) {
    this.stroke(ink, greens.dark, width, 0, 1, 92);
    this.stroke(ink, greens.mid, width, -0.06, 0.82, 96);
    this.stroke(ink, greens.light, width, -0.16, 0.46, 84);
    this.stroke(ink, greens.shine, width, -0.22, 0.14, 70);
  }

  stroke(ink, colour, width, shift, share, opacity) {
    const dx = width * shift;
    const path = [];
    for (let i = 0; i < PIECES; i++) {
      const [start, bend, end] = this.between(i / PIECES, (i + 1) / PIECES);
      const piece = arc([start[0] + dx, start[1]], [bend[0] + dx, bend[1]], [end[0] + dx, end[1]]);
      path.push(...(i ? piece.slice(1) : piece));
    }
    ink.line(path, colour, width * share, opacity);
  }

  /** The three points of the piece from share `low` to share `high`. */
  between(low, high) {
    const { top: a, bend: b, foot: c } = this;
    const [top, middle, foot] = [(1 - low) * (1 - high), (1 - low) * high + low * (1 - high), low * high];
    const bend = [top * a[0] + middle * b[0] + foot * c[0], top * a[1] + middle * b[1] + foot * c[1]];
    return [this.at(low), bend, this.at(high)];
  }
}

/** A narrow leaf, its shaded half on the side to which it bends. */
export function leaf(ink, stream, greens, foot, turn, length, width, bend) {
  const tone = mixed(greens.light, greens.mid, 0.25 + 0.6 * stream.unit());
  const blade = new Blade(PAGE, foot, turn, length, width, bend, 0.42, 0.42);
  ink.shape(blade.outline(), tone, 94, greens.dark, 5, 44);
  const [low, high] = bend > 0 ? [0, 1] : [-1, 0];
  ink.fill(blade.outline(low, high), mixed(greens.mid, greens.dark, 0.45), 46);
  ink.fill(blade.part(0.72, -0.9, 0.9), greens.mid, 30);
  ink.fill(blade.part(0.44, -0.84, 0.84, 3), greens.dark, 28);
  ink.line(blade.vein(0, 0, 0.95), greens.shine, 8, 62);
  ink.line([...blade.vein(-0.55, 0.1, 0.82), ...blade.vein(0.55, 0.1, 0.82)], greens.shine, 3, 36);
}

/** A leaf too small for veins beside its midrib. */
export function leaflet(ink, stream, greens, foot, turn, length, width, bend) {
  const tone = mixed(greens.light, greens.mid, 0.35 + 0.6 * stream.unit());
  const blade = new Blade(PAGE, foot, turn, length, width, bend, 0.42, 0.42);
  ink.shape(blade.outline(-1, 1, 4), tone, 96, greens.dark, 5, 48);
  const [low, high] = bend > 0 ? [0, 1] : [-1, 0];
  ink.fill(blade.outline(low, high, 4), mixed(greens.mid, greens.dark, 0.55), 46);
  ink.line(blade.vein(0, 0, 0.9), greens.shine, 5, 56);
}
