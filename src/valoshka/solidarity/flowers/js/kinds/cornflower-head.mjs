// The cornflower's head: fans of sterile florets round a violet disc.

import { PARTS } from "../colours.mjs";
import { outerFirst } from "../cup.mjs";
import { mixed, WHITE } from "../ink.mjs";
import { Blade } from "../shapes.mjs";
import { cosine, sine } from "../turns.mjs";
import { wash } from "../wash.mjs";

const DISC = PARTS.cornflower;
const GOLDEN = 0.38196601125010515;
const DOWN = 0.25;
const BEHIND = {
  count: [10, 11], length: [0.66, 0.8], shade: [0.55, 0.75], lobes: [4, 5], spread: [0.074, 0.088], throat: [0.3, 0.36],
};
const OUTER = {
  count: [7, 9], length: [0.9, 1.08], shade: [0, 0.12], lobes: [6, 8], spread: [0.07, 0.086], throat: [0.44, 0.52],
};
const INNER = {
  count: [4, 6], length: [0.58, 0.7], shade: [0.26, 0.44], lobes: [5, 6], spread: [0.06, 0.075], throat: [0.4, 0.46],
};

/** A head of half-width `reach` on a plane; `draw` leaves its marks in the ink. */
export class CornflowerHead {
  constructor(ink, stream, plane, reach, petals) {
    Object.assign(this, { ink, stream, plane, reach, petals });
  }

  draw() {
    const { petals: p, stream: s } = this;
    const dim = mixed(p.deep, p.edge, 0.5);
    this.ring(BEHIND, DOWN + s.about() * 0.008);
    this.shadow(0.42, dim, 16, 3);
    this.ring(OUTER, DOWN + s.about() * 0.008);
    this.shadow(0.44, dim, 9, 4);
    this.ring(INNER, s.unit());
    this.shadow(0.31, mixed(DISC.ground, p.heart, 0.1), 18, 4);
    this.disc();
  }

  ring(ring, start) {
    const s = this.stream;
    const count = s.whole(...ring.count);
    const turns = Array.from({ length: count }, (_, i) => start + (i + (i ? s.about() * 0.09 : 0)) / count);
    turns.sort((one, other) => sine(one) - sine(other));
    for (const turn of turns) this.floret(this.grown(ring, turn, turn === start ? 1.35 : 1));
  }

  grown(ring, turn, wider) {
    const { petals: p, stream: s } = this;
    const length = this.reach * s.between(...ring.length);
    const shade = s.between(...ring.shade);
    const tone = s.between(-0.1, 0.14) - 0.13 * (cosine(turn) * 0.6 + sine(turn) * 0.8);
    const base = mixed(mixed(p.mid, p.deep, shade), tone > 0 ? p.light : p.deep, Math.abs(tone));
    const lobes = s.whole(...ring.lobes);
    const spread = s.between(...ring.spread) * wider;
    return { turn, length, throat: length * s.between(...ring.throat), spread, lobes, shade, base };
  }

  floret(floret) {
    const { petals: p, stream: s } = this;
    const curl = (s.about() * floret.length * 0.03) / floret.throat;
    const mouth = floret.length * 0.085;
    const tube = new Blade(this.plane, [0, 0], floret.turn, floret.throat * 1.5, mouth * 0.95, curl, 0.3, 0.72);
    this.ink.fill(tube.outline(-1, 1, 4), mixed(p.heart, floret.base, 0.5), 94);
    const last = floret.lobes - 1;
    for (const j of outerFirst(floret.lobes)) this.lobe(floret, (2 * j) / last - 1);
    this.ink.fill(tube.part(0.9, -1, 1), mixed(p.heart, DISC.tube_shade, 0.4), 24);
  }

  lobe(floret, aside) {
    const { ink, petals: p, stream: s } = this;
    const lobe = this.lobeBlade(floret, aside);
    const own = mixed(floret.base, p.light, s.between(0.04, 0.4) * (1 - floret.shade));
    ink.shape(lobe.outline(), own, 95, p.edge, floret.length * 0.0036, 44);
    ink.fill(lobe.part(0.84 + s.about() * 0.03, -0.96, 0.96), mixed(own, p.deep, 0.34), 30);
    ink.fill(lobe.part(0.62, -0.92, 0.92, 3), mixed(own, p.deep, 0.55), 30);
    ink.fill(lobe.part(0.38, -0.9, 0.9, 2), mixed(p.deep, p.heart, 0.4), 40);
    ink.fill(lobe.part(0.95, -0.84, -0.1), mixed(p.light, WHITE, 0.45), 30);
    ink.fill(lobe.part(0.93, 0.3, 0.92), p.deep, 22);
    ink.line(lobe.vein(0.08, 0.04, s.between(0.72, 0.92)), p.deep, floret.length * 0.0052, 46);
  }

  lobeBlade(floret, aside) {
    const [s, along, across] = [this.stream, cosine(floret.turn), sine(floret.turn)];
    const turn = floret.turn + aside * floret.spread + s.about() * 0.006;
    const length = (floret.length - floret.throat) * (1 - 0.26 * aside * aside) * (1 + s.about() * 0.07);
    const width = floret.length * s.between(0.058, 0.076);
    const bend = aside * s.between(0.08, 0.3) + s.about() * 0.04;
    const off = aside * floret.length * 0.051;
    const foot = [floret.throat * along - across * off, floret.throat * across + along * off];
    return new Blade(this.plane, foot, turn, length, width, bend);
  }

  shadow(share, colour, opacity, layers) {
    for (let layer = 0; layer < layers; layer++) {
      const radius = this.reach * share * (1 - 0.09 * layer);
      this.ink.fill(wash(this.stream, this.plane, radius, 1, 1), colour, opacity);
    }
  }

  disc() {
    const s = this.stream;
    this.ink.fill(wash(s, this.plane, this.reach * 0.2, 1, 0.5), DISC.style_low, 96);
    const count = s.whole(26, 34);
    for (let k = count - 1; k >= 0; k--) this.fan(Math.sqrt((k + 0.5) / count), k * GOLDEN + s.about() * 0.01);
    for (let k = count - 1; k >= 0; k--) this.style(Math.sqrt((k + 0.5) / count), k * GOLDEN + s.about() * 0.02);
  }

  fan(out, turn) {
    const { stream: s, reach } = this;
    const radius = reach * 0.29 * out;
    const foot = [radius * cosine(turn), radius * sine(turn)];
    const length = reach * s.between(0.1, 0.17) * (0.55 + 0.58 * out);
    const towards = turn + s.about() * 0.03;
    const tone = mixed(DISC.style, DISC.style_low, s.unit());
    for (const q of [-2, 2, -1, 1, 0]) {
      const wide = length * (1 - 0.03 * q * q);
      const blade = new Blade(this.plane, foot, towards + q * 0.06, wide, reach * 0.018, q * 0.08);
      const light = 0.14 * (2 - Math.abs(q)) + 0.08;
      this.ink.fill(blade.outline(-1, 1, 2), mixed(tone, DISC.style_light, light), 84);
    }
  }

  style(out, turn) {
    const { ink, stream: s, reach } = this;
    const radius = reach * 0.25 * out;
    const foot = [radius * cosine(turn), radius * sine(turn)];
    const length = reach * s.between(0.11, 0.2);
    const blade = new Blade(this.plane, foot, turn + s.about() * 0.05, length, reach * 0.01, s.about() * 0.25);
    ink.line(blade.vein(0, 0, 1), DISC.anther, reach * 0.022, 94);
    ink.line(blade.vein(0.3, 0.1, 0.8), DISC.gleam, reach * 0.007, 62);
    ink.line(blade.vein(0, 0.88, 1.06), mixed(DISC.pollen, DISC.pollen_rose, s.unit()), reach * 0.017, 96);
  }
}
