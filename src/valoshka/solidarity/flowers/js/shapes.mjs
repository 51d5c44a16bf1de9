// The shapes that a flower is made of: blades (leaf, lobe, sepal, hair) on a plane that may be seen aslant.

import { arc, closedCurve, tippedCurve } from "./curves.mjs";
import { cosine, sine } from "./turns.mjs";

/** @typedef {import("./ink.mjs").Path} Path */
/** @typedef {import("./ink.mjs").Point} Point */

/** A disc round (x, y), turned, then squashed in height: local points become the page's. */
export class Plane {
  /** @param {number} x @param {number} y */
  constructor(x, y, turn = 0, squash = 1) {
    Object.assign(this, { x, y, turn, squash });
    this.cos = cosine(turn);
    this.sin = sine(turn);
  }

  /** @param {number} x @param {number} y @returns {Point} */
  at(x, y) {
    return [this.x + (x * this.cos - y * this.sin), this.y + (x * this.sin + y * this.cos) * this.squash];
  }

  /** A closed curve round the centre. @param {number} radius @param {number} count @returns {Path} */
  ring(radius, count) {
    const points = Array.from({ length: count }, (_, i) => this.at(radius * cosine(i / count), radius * sine(i / count)));
    return closedCurve(points.map((point) => point[0]), points.map((point) => point[1]));
  }
}

export const PAGE = new Plane(0, 0);

/** A shape from its foot to a tip, `turn` from the plane's x; widest at share `belly` of its length. */
export class Blade {
  /**
   * @param {Plane} plane @param {Point} foot @param {number} turn @param {number} length
   * @param {number} width half of the whole @param {number} bend share of the length, sideways at the tip
   */
  constructor(plane, foot, turn, length, width, bend, footWidth = 0.34, belly = 0.58) {
    [this.x, this.y] = plane.at(foot[0], foot[1]);
    const [along, across] = [cosine(plane.turn + turn), sine(plane.turn + turn)];
    [this.ux, this.uy] = [length * along, length * across * plane.squash];
    [this.vx, this.vy] = [-across, along * plane.squash];
    [this.width, this.bend] = [width, bend * length];
    [this.footWidth, this.belly] = [footWidth, belly];
  }

  /** The point at share `t` of the length, `side` half-widths off the midrib. @param {number} t @param {number} side */
  at(t, side) {
    const off = this.bend * t * t + side * this.width * this.half(t);
    return /** @type {Point} */ ([this.x + this.ux * t + this.vx * off, this.y + this.uy * t + this.vy * off]);
  }

  /** The outline to the tip, between two sides. */
  outline(low = -1, high = 1, steps = 5) {
    const [lx, ly, hx, hy] = this.sides(1, low, high, steps, steps);
    const [x, y] = this.at(1, 0);
    return tippedCurve([x, ...hx.reverse(), ...lx], [y, ...hy.reverse(), ...ly]);
  }

  /** The outline up to `share` of the length only. @param {number} share @param {number} low @param {number} high */
  part(share, low, high, steps = 4) {
    const [lx, ly, hx, hy] = this.sides(share, low, high, steps, steps + 1);
    return closedCurve([...lx, ...hx.reverse()], [...ly, ...hy.reverse()]);
  }

  /** A line along the blade. @param {number} side @param {number} low @param {number} high */
  vein(side, low, high) {
    return arc(this.at(low, side), this.at((low + high) / 2, side), this.at(high, side));
  }

  /** @param {number} t */
  half(t) {
    if (t < this.belly) {
      const k = t / this.belly;
      return this.footWidth + (1 - this.footWidth) * k * (2 - k);
    }
    const k = (t - this.belly) / (1 - this.belly);
    return (1 - k * k) * (1 - 0.3 * (t - this.belly));
  }

  /** x and y of both sides, from the foot up. @returns {[number[], number[], number[], number[]]} */
  sides(share, low, high, steps, count) {
    const [lx, ly, hx, hy] = [[], [], [], []];
    for (let i = 0; i < count; i++) {
      const t = (share * i) / steps;
      const [bow, half] = [this.bend * t * t, this.width * this.half(t)];
      const [x, y] = [this.x + this.ux * t, this.y + this.uy * t];
      const [near, far] = [bow + low * half, bow + high * half];
      lx.push(x + this.vx * near);
      ly.push(y + this.vy * near);
      hx.push(x + this.vx * far);
      hy.push(y + this.vy * far);
    }
    return [lx, ly, hx, hy];
  }
}
