// The flax's head: five thin, veined petals round a pale throat with five stamens.

import { PARTS } from "../colours.mjs";
import { mixed, WHITE } from "../ink.mjs";
import { Petal } from "../petal.mjs";
import { Blade, Plane } from "../shapes.mjs";
import { cosine, sine } from "../turns.mjs";
import { wash } from "../wash.mjs";

const HEART = PARTS.flax;
const [RIM, VEINS, FIVE] = [11, 11, 5];

/** A head of half-width `reach` on a plane; `draw` leaves its marks in the ink. */
export class FlaxHead {
  constructor(ink, stream, plane, reach, petals, greens) {
    Object.assign(this, { ink, stream, plane, reach, petals, greens });
  }

  draw() {
    const s = this.stream;
    const first = s.unit();
    this.sepals(first);
    for (const k of [0, 2, 4, 1, 3]) this.petal(first + k / FIVE + s.about() * 0.006);
    const glow = mixed(HEART.glow, this.petals.light, 0.3);
    for (let layer = 0; layer < 3; layer++) {
      this.ink.fill(wash(s, this.plane, this.reach * (0.2 - 0.03 * layer), 1, 0.8), glow, 34);
    }
    for (let i = 0; i < FIVE; i++) this.stamen(first + 0.1 + i / FIVE + s.about() * 0.01);
    const heart = this.plane.ring(this.reach * 0.062, 8);
    this.ink.shape(heart, HEART.heart, 98, HEART.heart_edge, this.reach * 0.012, 80);
  }

  sepals(first) {
    const { reach, greens } = this;
    for (let i = 0; i < FIVE; i++) {
      const turn = first + 0.1 + i / FIVE;
      const sepal = new Blade(this.plane, [0, 0], turn, reach * 0.42, reach * 0.1, 0, 0.6, 0.5);
      this.ink.shape(sepal.outline(), mixed(greens.mid, greens.light, 0.3), 96, greens.dark, reach * 0.006, 50);
    }
  }

  petal(turn) {
    const { ink, stream: s, petals: p, reach } = this;
    const rim = Array.from({ length: RIM }, () => 1 + s.about() * 0.022);
    const [length, spread] = [reach * s.between(0.96, 1.04), s.between(0.106, 0.116)];
    const petal = new Petal(this.plane, turn, reach * 0.05, length, spread, rim, 0.9, 0.3);
    const tone = s.between(-0.08, 0.1) - 0.16 * (cosine(turn) * 0.6 + sine(turn) * 0.8);
    const base = mixed(p.mid, tone > 0 ? p.light : p.deep, Math.abs(tone) * 1.6);
    ink.shape(petal.outline(), base, 92, p.edge, reach * 0.0052, 42);
    for (const [low, high] of [[-1, -0.5], [-0.2, 0.25], [0.6, 0.95]]) {
      ink.fill(petal.outline(0.985, low, high), p.light, 24);
    }
    for (const [share, opacity] of [[0.72, 12], [0.54, 14], [0.38, 18]]) {
      ink.fill(petal.outline(share + s.about() * 0.02), p.deep, opacity);
    }
    ink.fill(petal.outline(0.22), p.heart, 40);
    this.veins(petal);
  }

  veins(petal) {
    const { stream: s, petals: p, reach } = this;
    const [veins, twigs] = [[], []];
    for (let i = 0; i < VEINS; i++) {
      const side = (1.8 * i) / (VEINS - 1) + s.about() * 0.03 - 0.9;
      const far = s.between(0.78, 0.96) * (1 - 0.1 * side * side);
      veins.push(...petal.vein(side, 0.06, far, s.about() * 0.03));
      twigs.push(...petal.vein(side < 0.9 ? side + 0.05 : side, far * 0.55, far, 0.04));
    }
    this.ink.line(veins, p.deep, reach * 0.0075, 58);
    this.ink.line(twigs, p.deep, reach * 0.004, 44);
  }

  stamen(turn) {
    const { ink, stream: s, petals: p, reach } = this;
    const length = reach * s.between(0.2, 0.25);
    const filament = new Blade(this.plane, [0, 0], turn, length, reach * 0.02, s.about() * 0.2);
    ink.line(filament.vein(0, 0, 0.9), mixed(p.light, WHITE, 0.6), reach * 0.02, 96);
    ink.line(filament.vein(0, 0, 0.9), p.heart, reach * 0.007, 60);
    const tip = new Plane(...filament.at(0.84, 0), this.plane.turn);
    const anther = new Blade(tip, [0, 0], turn + 0.22, reach * 0.085, reach * 0.026, 0, 0.6, 0.5);
    ink.fill(anther.outline(-1, 1, 3), HEART.anther, 96);
    ink.fill(anther.part(0.8, -0.6, 0, 3), HEART.anther_light, 80);
  }
}
