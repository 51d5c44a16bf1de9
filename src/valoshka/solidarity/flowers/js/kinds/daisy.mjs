// Ox-eye daisy, Leucanthemum vulgare: toothed leaves, one open head and its buds.

import { leaf, leaflet, Stem } from "../green.mjs";
import { ground } from "../ground.mjs";
import { Ink, mixed } from "../ink.mjs";
import { Blade, PAGE, Plane } from "../shapes.mjs";
import { wash } from "../wash.mjs";
import { DaisyHead } from "./daisy-head.mjs";

const RIM = 9;

/** The whole picture, from the ground to the head. @param {import("../plan.mjs").Plan} plan */
export function draw(plan) {
  const [ink, s] = [new Ink(), plan.stream("shape")];
  const [x, y] = [2000 + s.between(-130, 130), 1700 + s.between(-90, 90)];
  const [reach, squash] = [s.between(1280, 1420), s.between(0.76, 0.92)];
  ground(ink, plan, x, y);
  halo(ink, plan, x, y, reach, squash);
  const stem = new Stem([x, y], [x + s.between(-320, 320), 3700], [2000 + s.between(-440, 440), 5060]);
  const side = s.unit() < 0.5 ? -1 : 1;
  leaves(ink, plan, stem, side);
  for (let i = 0; i < plan.buds; i++) bud(ink, plan, plan.stream(`bud ${i}`), stem, i, i % 2 === 0 ? side : -side);
  stem.draw(ink, plan.greens, 56);
  const plane = new Plane(x, y, s.about() * 0.02, squash);
  new DaisyHead(ink, plan.stream("head"), plane, reach, plan.petals).draw();
  return ink;
}

function halo(ink, plan, x, y, reach, squash) {
  const s = plan.stream("halo");
  for (let layer = 0; layer < 6; layer++) {
    const plane = new Plane(x + s.about() * 90, y + s.about() * 90, 0, squash);
    ink.fill(wash(s, plane, reach * (1.16 - 0.07 * layer), 3, 0.9), plan.petals.halo, 10);
  }
}

function leaves(ink, plan, stem, side) {
  const s = plan.stream("leaves");
  for (let i = 0; i < 6; i++) {
    const hand = i % 2 === 1 ? side : -side;
    const small = plan.buds && (hand === side || plan.buds > 1) ? 0.5 : 1;
    const foot = stem.at(0.58 + 0.078 * i);
    const turn = hand * s.between(0.07, 0.12) - 0.25;
    const length = s.between(620, 880) * (0.95 + 0.039 * i) * small;
    toothed(ink, plan, s, foot, turn, length, hand * s.between(0.12, 0.4));
  }
}

function toothed(ink, plan, s, foot, turn, length, bend) {
  const width = length * 0.08;
  const spine = new Blade(PAGE, foot, turn, length, width, bend);
  for (let j = 0; j < 3; j++) {
    for (const hand of [-1, 1]) {
      const at = spine.at(0.36 + 0.18 * j, hand * 0.75);
      const size = length * (0.24 - 0.03 * j);
      leaflet(ink, s, plan.greens, at, turn + hand * 0.09, size, width * 0.4, hand * 0.2);
    }
  }
  leaf(ink, s, plan.greens, foot, turn, length, width, bend);
}

/** A stalk and a bud; where there are three, the last is young and near the stem. */
function bud(ink, plan, s, stem, i, hand) {
  const young = i === 2 ? 0.6 : 1;
  const joint = stem.at((plan.buds === 3 ? [0.72, 0.84, 0.95] : [0.8, 0.87])[i]);
  const tip = [joint[0] + hand * young * s.between(700, 860), joint[1] - young * s.between(680, 800)];
  new Stem(tip, [tip[0] - hand * 100, joint[1] - 300 * young], joint).draw(ink, plan.greens, 38);
  const size = s.between(500, 590) * (0.4 + 0.6 * young);
  closed(ink, plan, s, new Plane(tip[0], tip[1] + 12, hand * 0.03), size);
}

/** A bud from the side: a rim of white over green scales. */
function closed(ink, { petals: p, greens }, s, plane, size) {
  for (let i = 0; i < RIM; i++) {
    const aside = ((i * 4) % RIM) / 4 - 1;
    const length = size * s.between(0.5, 0.62) * (1 - 0.2 * Math.abs(aside));
    const foot = [aside * size * 0.2, -size * 0.3];
    const ray = new Blade(plane, foot, aside * 0.06 - 0.25, length, size * 0.085, aside * 0.1, 0.6, 0.6);
    ink.shape(ray.outline(), mixed(p.light, p.mid, s.unit()), 97, p.edge, size * 0.008, 54);
    ink.line(ray.vein(0.1, 0.1, 0.9), p.deep, size * 0.008, 70);
  }
  const bowl = new Blade(plane, [0, 0], -0.25, size * 0.56, size * 0.34, 0, 0.5, 0.5);
  ink.fill(bowl.part(0.86, -1, 1), mixed(greens.mid, greens.dark, 0.2), 98);
  for (let row = 0; row < 3; row++) {
    const count = 5 + (row % 2);
    for (let i = 0; i < count; i++) {
      const aside = (2 * i) / (count - 1) - 1;
      const foot = [aside * size * (0.29 - 0.03 * row), size * (0.06 * aside * aside + 0.1 * row - 0.22)];
      const scale = new Blade(plane, foot, aside * 0.035 - 0.25, size * 0.25, size * 0.072, -aside * 0.2);
      ink.shape(scale.outline(-1, 1, 4), mixed(greens.light, greens.mid, s.unit()), 97, greens.dark, size * 0.011, 62);
    }
  }
}
