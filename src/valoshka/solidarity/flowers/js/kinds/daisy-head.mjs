// The ox-eye daisy's head: two rows of white rays round a yellow disc of tiny florets.

import { PARTS } from "../colours.mjs";
import { arc, closedCurve } from "../curves.mjs";
import { mixed } from "../ink.mjs";
import { Blade } from "../shapes.mjs";
import { cosine, sine } from "../turns.mjs";
import { wash } from "../wash.mjs";

const DISC = PARTS.daisy;
const GOLDEN = 0.38196601125010515;
const FLORETS = 190;
const NOTCHES = [[0.93, -0.92], [0.985, -0.72], [0.955, -0.3], [1, 0.05], [0.96, 0.36], [0.985, 0.74], [0.93, 0.92]];
const CORNERS = [0, 1, 2, 3, 4].map((j) => [cosine(j / 5), sine(j / 5)]);

/** A head of half-width `reach` on a plane; `draw` leaves its marks in the ink. */
export class DaisyHead {
  constructor(ink, stream, plane, reach, petals) {
    Object.assign(this, { ink, stream, plane, reach, petals });
  }

  draw() {
    this.rays(0.95, 1.02, 0.26);
    this.rays(0.88, 1, 0.02);
    for (let layer = 0; layer < 4; layer++) {
      const shadow = wash(this.stream, this.plane, this.reach * (0.4 - 0.03 * layer), 1, 0.6);
      this.ink.fill(shadow, this.petals.edge, 9);
    }
    this.disc(this.reach * 0.285);
  }

  rays(low, high, shade) {
    const s = this.stream;
    const [count, first, rays] = [s.whole(17, 20), s.unit(), []];
    for (let i = 0; i < count; i++) {
      rays.push([first + (i + s.about() * 0.09) / count, this.reach * s.between(low, high), (i * 7) % count]);
    }
    rays.sort((one, other) => one[2] - other[2]);
    for (const [turn, reach] of rays) this.ray(turn, reach, shade);
  }

  ray(turn, reach, shade) {
    const { ink, stream: s, petals: p } = this;
    const [across, down] = [cosine(turn), sine(turn)];
    const foot = [reach * 0.14 * across, reach * 0.14 * down];
    const [length, width] = [reach * 0.86 * s.between(0.92, 1.04), reach * s.between(0.082, 0.098)];
    const blade = new Blade(this.plane, foot, turn + s.about() * 0.006, length, width, s.about() * 0.1, 0.55, 0.66);
    const tone = shade + 0.1 * (across * 0.6 + down * 0.8) + s.between(0, 0.1);
    const white = mixed(mixed(p.light, p.mid, tone * 2.2), p.heart, 0.16);
    ink.shape(this.notched(blade), white, 97, p.edge, reach * 0.0046, 50);
    for (const [share, opacity] of [[0.66, 15], [0.46, 18], [0.3, 24]]) {
      ink.fill(blade.part(share + s.about() * 0.03, -0.94, 0.94, 3), p.deep, opacity);
    }
    ink.fill(blade.part(0.94, 0.25, 0.95), p.deep, 16 + Math.floor(20 * shade));
    const veins = [];
    for (const side of [-0.45, 0.05, 0.5]) veins.push(...blade.vein(side, 0.06, s.between(0.78, 0.92)));
    ink.line(veins, mixed(p.deep, p.edge, 0.3), reach * 0.0052, 46);
  }

  notched(blade) {
    const points = [0, 1, 2, 3, 4].map((i) => blade.at(i / 5, -1));
    for (const [t, side] of NOTCHES) points.push(blade.at(t, side));
    for (let i = 0; i < 5; i++) points.push(blade.at((4 - i) / 5, 1));
    return closedCurve(points.map((point) => point[0]), points.map((point) => point[1]));
  }

  disc(radius) {
    const shares = [[1.06, DISC.disc_shade], [1, DISC.disc], [0.84, DISC.disc_light], [0.5, DISC.disc_heart]];
    for (const [share, colour] of shares) {
      this.ink.fill(wash(this.stream, this.plane, radius * share, 1, 0.25), colour, 96);
    }
    for (let k = FLORETS - 1; k >= 0; k--) this.floret(radius, Math.sqrt((k + 0.5) / FLORETS), k * GOLDEN);
  }

  floret(radius, out, turn) {
    const [x, y] = [radius * 1.02 * out * cosine(turn), radius * 1.02 * out * sine(turn)];
    const size = this.reach * (0.012 + 0.011 * out);
    const lit = ((x + y) / radius) * 0.35 + this.stream.about() * 0.12;
    const colour = mixed(DISC.floret, DISC.floret_dark, (out > 0.34 ? 0.42 : 0.62) + lit);
    const [px, py] = this.plane.at(x, y);
    const xs = CORNERS.map(([across]) => px + size * across);
    const ys = CORNERS.map(([, down]) => py + size * 0.92 * down - size * 0.3);
    this.ink.fill(closedCurve(xs, ys), colour, 96);
    this.ink.line(arc([xs[2], ys[2]], [xs[3], ys[3]], [xs[4], ys[4]]), DISC.floret_shine, size * 0.34, 62);
  }
}
