// Flax, Linum usitatissimum: wiry stems with many small leaves, two open heads, buds with a twist of blue.

import { leaflet, Stem } from "../green.mjs";
import { ground } from "../ground.mjs";
import { Ink, mixed } from "../ink.mjs";
import { Blade, Plane } from "../shapes.mjs";
import { FlaxHead } from "./flax-head.mjs";

const BUDS = [[0.5, 1, 760, 520], [0.66, 1, 860, 560], [0.84, -1, 600, 440]];

/** The whole picture, from the ground to the heads. @param {import("../plan.mjs").Plan} plan */
export function draw(plan) {
  const [ink, s] = [new Ink(), plan.stream("shape")];
  const side = s.unit() < 0.5 ? -1 : 1;
  const [x, y] = [2000 + side * s.between(60, 260), 1450 + s.between(-90, 90)];
  const [reach, squash] = [s.between(980, 1080), s.between(0.8, 0.94)];
  ground(ink, plan, x, y + 500);
  const top = [x, y + reach * squash * 0.3];
  const stem = new Stem(top, [2000 + side * 260 + s.between(-110, 110), 3300], [2000 + s.between(-200, 200), 5060]);
  const second = s.between(560, 650);
  const [x2, y2] = [2000 - side * s.between(840, 980), 2790 + s.between(-110, 110)];
  const joint = stem.at(0.66);
  const branch = new Stem([x2, y2 + second * 0.2], [x2 + side * 160, joint[1] - 330], joint);
  leaves(ink, plan, stem, branch, side);
  branch.draw(ink, plan.greens, 32);
  for (let i = 0; i < plan.buds; i++) bud(ink, plan, plan.stream(`bud ${i}`), stem, i, side);
  stem.draw(ink, plan.greens, 44);
  const smaller = new Plane(x2, y2, s.about() * 0.03, s.between(0.66, 0.84));
  new FlaxHead(ink, plan.stream("head 2"), smaller, second, plan.petals, plan.greens).draw();
  const larger = new Plane(x, y, s.about() * 0.02, squash);
  new FlaxHead(ink, plan.stream("head 1"), larger, reach, plan.petals, plan.greens).draw();
  return ink;
}

function leaves(ink, plan, stem, branch, side) {
  const [s, greens] = [plan.stream("leaves"), plan.greens];
  const count = s.whole(13, 16);
  for (let i = 0; i < count; i++) {
    const hand = i % 2 === 0 ? 1 : -1;
    const turn = hand * s.between(0.06, 0.1) - 0.25;
    const [length, width] = [s.between(360, 560), s.between(24, 32)];
    const foot = stem.at(0.4 + (0.58 * i) / (count - 1));
    leaflet(ink, s, greens, foot, turn, length, width, hand * s.between(0.1, 0.3));
  }
  for (let i = 0; i < 4; i++) {
    const hand = i % 2 === 0 ? side : -side;
    const turn = hand * s.between(0.05, 0.08) - side * 0.07 - 0.25;
    const [length, width] = [s.between(260, 380), s.between(18, 24)];
    leaflet(ink, s, greens, branch.at(0.4 + 0.15 * i), turn, length, width, hand * 0.2);
  }
}

function bud(ink, plan, s, stem, i, side) {
  const [t, where, out, up] = BUDS[i];
  const hand = where * side;
  const joint = stem.at(t);
  const tip = [joint[0] + hand * out * s.between(0.9, 1.1), joint[1] - up * s.between(0.92, 1.08)];
  new Stem(tip, [tip[0] - hand * 70, joint[1] - up * 0.26], joint).draw(ink, plan.greens, 26);
  twisted(ink, plan, s, new Plane(tip[0], tip[1] + 10, hand * s.between(0.02, 0.05)), s.between(210, 260));
}

/** Three sepals round petals that are still rolled up. */
function twisted(ink, { petals: p, greens }, s, plane, size) {
  for (const i of [-1, 0, 1]) {
    const length = size * s.between(0.62, 0.8);
    const twist = new Blade(plane, [i * size * 0.12, -size * 0.6], i * 0.03 - 0.25, length, size * 0.2, i * 0.1);
    ink.shape(twist.outline(), mixed(p.mid, p.deep, 0.3 * (i + 1)), 94, p.edge, size * 0.018, 40);
  }
  for (const i of [-1, 1, 0]) {
    const length = size * s.between(0.94, 1.04);
    const sepal = new Blade(plane, [i * size * 0.08, 0], i * 0.052 - 0.25, length, size * 0.27, -i * 0.3, 0.5, 0.42);
    ink.shape(sepal.outline(), mixed(greens.light, greens.mid, 0.35 * (i + 1)), 97, greens.dark, size * 0.018, 52);
    ink.fill(sepal.part(0.94, 0.1, 1), greens.dark, 24);
    ink.line(sepal.vein(0, 0.05, 0.9), greens.shine, size * 0.022, 60);
  }
}
