// Broad petals: a poppy's, a flax's.

import { arc, closedCurve } from "./curves.mjs";
import { cosine, sine } from "./turns.mjs";

/** From `foot` to `reach` off the plane's centre, `spread` turns to each side, ruffled at the rim. */
export class Petal {
  /**
   * @param {import("./shapes.mjs").Plane} plane @param {number} turn @param {number} foot @param {number} reach
   * @param {number} spread @param {number[]} rim heights beside `reach` @param {number} belly @param {number} narrow
   */
  constructor(plane, turn, foot, reach, spread, rim, belly, narrow) {
    Object.assign(this, { plane, turn, foot, reach, spread, rim, belly, narrow });
  }

  /** The page's point at `side` (-1 to 1) and share `t` of the way to the rim. @param {number} side @param {number} t */
  at(side, t) {
    const rim = this.reach * this.height(side) * (1 - 0.3 * side * side * side * side);
    const radius = this.foot + (rim - this.foot) * t;
    const k = t < this.belly ? t / this.belly : 1;
    const width = this.narrow + (1 - this.narrow) * k * (2 - k);
    const turn = this.turn + this.spread * side * width;
    return this.plane.at(radius * cosine(turn), radius * sine(turn));
  }

  /** The outline up to `share` of the length, between two sides. */
  outline(share = 1, low = -1, high = 1) {
    const last = this.rim.length - 1;
    const points = [];
    for (let i = 0; i < 3; i++) points.push(this.at(low, (share * i) / 3));
    for (let i = 0; i <= last; i++) points.push(this.at(low + ((high - low) * i) / last, share));
    for (let i = 0; i < 3; i++) points.push(this.at(high, (share * (2 - i)) / 3));
    return closedCurve(points.map((point) => point[0]), points.map((point) => point[1]));
  }

  /** A line that sways to one side half-way. @param {number} side @param {number} low @param {number} high */
  vein(side, low, high, sway) {
    return arc(this.at(side * 0.7, low), this.at(side + sway, (low + high) / 2), this.at(side, high));
  }

  /** @param {number} side */
  height(side) {
    const place = ((side + 1) / 2) * (this.rim.length - 1);
    const i = Math.min(Math.max(Math.floor(place), 0), this.rim.length - 2);
    return this.rim[i] + (this.rim[i + 1] - this.rim[i]) * (place - i);
  }
}
