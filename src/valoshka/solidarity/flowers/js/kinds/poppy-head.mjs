// The poppy's head: four crumpled petals, and a green capsule in a ring of dark stamens.

import { PARTS } from "../colours.mjs";
import { mixed } from "../ink.mjs";
import { Petal } from "../petal.mjs";
import { Blade, Plane } from "../shapes.mjs";
import { cosine, sine } from "../turns.mjs";
import { wash } from "../wash.mjs";

const HEART = PARTS.poppy;
const GOLDEN = 0.38196601125010515;
const [RIM, VEINS, STAMENS] = [13, 15, 64];

/** A head of half-width `reach` on a plane; `draw` leaves its marks in the ink. */
export class PoppyHead {
  constructor(ink, stream, plane, reach, petals) {
    Object.assign(this, { ink, stream, plane, reach, petals });
  }

  draw() {
    const s = this.stream;
    const first = s.unit();
    this.petal(first, s.between(0.97, 1.03), 0.185, 0.16);
    this.petal(first + 0.5 + s.about() * 0.02, s.between(0.97, 1.03), 0.185, 0.1);
    for (let layer = 0; layer < 3; layer++) {
      this.ink.fill(wash(s, this.plane, this.reach * (0.66 - 0.1 * layer), 1, 1), this.petals.edge, 10);
    }
    this.petal(first + 0.25 + s.about() * 0.02, s.between(0.84, 0.92), 0.165, 0);
    this.petal(first + 0.75 + s.about() * 0.02, s.between(0.84, 0.92), 0.165, -0.04);
    this.stamens();
    this.capsule(this.reach * 0.105);
  }

  petal(turn, size, spread, shade) {
    const { ink, stream: s, petals: p } = this;
    const reach = this.reach * size;
    const rim = Array.from({ length: RIM }, (_, i) => 1 + s.about() * 0.035 + (i % 2 === 0 ? 0.02 : -0.02));
    const petal = new Petal(this.plane, turn, reach * 0.04, reach, spread, rim, 0.55, 0.42);
    const tone = s.between(-0.08, 0.12) - 0.14 * (cosine(turn) * 0.6 + sine(turn) * 0.8) - shade;
    const base = mixed(p.mid, tone > 0 ? p.light : p.deep, Math.abs(tone));
    ink.shape(petal.outline(), base, 93, p.edge, reach * 0.0042, 46);
    for (const [share, opacity] of [[0.86, 12], [0.68, 14], [0.5, 16]]) {
      ink.fill(petal.outline(share + s.about() * 0.012), p.deep, opacity);
    }
    ink.fill(petal.outline(0.36 + s.about() * 0.012), mixed(p.deep, p.heart, 0.4), 22);
    this.folds(petal);
    this.veins(petal, reach);
    ink.fill(petal.outline(0.27 + s.about() * 0.02, -0.72, 0.72), p.heart, 78);
    ink.fill(petal.outline(0.33, -0.5, 0.5), p.heart, 26);
  }

  folds(petal) {
    const { stream: s, petals: p } = this;
    for (let i = 0; i < 5; i++) {
      const low = s.between(-0.92, 0.7);
      const high = low + s.between(0.1, 0.34);
      const fold = petal.outline(s.between(0.9, 0.99), low, Math.min(high, 0.96));
      this.ink.fill(fold, s.unit() < 0.6 ? p.light : p.deep, 13);
    }
  }

  veins(petal, reach) {
    const { stream: s, petals: p } = this;
    const [dark, pale] = [[], []];
    for (let i = 0; i < VEINS; i++) {
      const side = (1.86 * (i + s.about() * 0.25)) / (VEINS - 1) - 0.93;
      const veins = s.unit() < 0.65 ? dark : pale;
      veins.push(...petal.vein(side, s.between(0.1, 0.25), s.between(0.72, 0.97), s.about() * 0.035));
    }
    for (const [veins, colour] of [[dark, p.deep], [pale, p.light]]) {
      if (veins.length) this.ink.line(veins, colour, reach * 0.0042, 40);
    }
  }

  stamens() {
    const { stream: s, reach, plane } = this;
    const [filaments, anthers] = [[], []];
    for (let i = 0; i < STAMENS; i++) {
      const turn = i * GOLDEN + s.about() * 0.02;
      const foot = [reach * 0.06 * cosine(turn), reach * 0.06 * sine(turn)];
      const length = reach * (0.13 + 0.17 * Math.sqrt(s.unit()));
      const blade = new Blade(plane, foot, turn + s.about() * 0.02, length, reach * 0.01, s.about() * 0.3);
      filaments.push(...blade.vein(0, 0, 1));
      const tip = new Plane(...blade.at(0.96, 0), plane.turn);
      const anther = new Blade(tip, [0, 0], turn, reach * 0.036, reach * 0.013, 0, 0.7, 0.5);
      anthers.push([anther.outline(-1, 1, 2), s.unit()]);
    }
    this.ink.line(filaments, HEART.filament, reach * 0.006, 88);
    for (const [outline, light] of anthers) this.ink.fill(outline, mixed(HEART.anther, HEART.anther_light, light), 96);
  }

  capsule(radius) {
    const { ink, stream: s, plane } = this;
    ink.fill(plane.ring(radius, 10), HEART.capsule_dark, 96);
    ink.fill(plane.ring(radius * 0.9, 10), HEART.capsule, 96);
    ink.fill(plane.ring(radius * 0.74, 10), HEART.capsule_light, 96);
    const [count, turn, light] = [s.whole(9, 12), s.unit(), []];
    for (let i = 0; i < count; i++) {
      const ray = new Blade(plane, [0, 0], turn + i / count, radius * 0.98, radius * 0.09, 0, 0.3, 0.7);
      ink.fill(ray.outline(-1, 1, 3), HEART.ray, 88);
      light.push(...ray.vein(0, 0.1, 0.9));
    }
    ink.line(light, HEART.ray_light, radius * 0.035, 70);
  }
}
