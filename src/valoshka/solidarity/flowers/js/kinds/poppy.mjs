// Poppy, Papaver rhoeas: a hairy stem, feathered leaves, one open head and its nodding buds.

import { leaflet, Stem } from "../green.mjs";
import { ground } from "../ground.mjs";
import { Ink, mixed } from "../ink.mjs";
import { Blade, PAGE, Plane } from "../shapes.mjs";
import { PoppyHead } from "./poppy-head.mjs";

/** The whole picture, from the ground to the head. @param {import("../plan.mjs").Plan} plan */
export function draw(plan) {
  const [ink, s] = [new Ink(), plan.stream("shape")];
  const [x, y] = [2000 + s.between(-120, 120), 1740 + s.between(-90, 90)];
  const [reach, squash] = [s.between(1330, 1470), s.between(0.78, 0.92)];
  ground(ink, plan, x, y);
  const stem = new Stem([x, y], [x + s.between(-340, 340), 3700], [2000 + s.between(-440, 440), 5060]);
  const side = s.unit() < 0.5 ? -1 : 1;
  leaves(ink, plan, stem, side, y + reach * squash * 1.06);
  for (let i = 0; i < plan.buds; i++) bud(ink, plan, plan.stream(`bud ${i}`), stem, i, i % 2 === 0 ? side : -side);
  stem.draw(ink, plan.greens, 60);
  hairs(ink, plan.stream("hairs"), plan.greens, stem, 0.4, 1, 60);
  const plane = new Plane(x, y, s.about() * 0.02, squash);
  new PoppyHead(ink, plan.stream("head"), plane, reach, plan.petals).draw();
  return ink;
}

/** Leaves where no bud is; none reaches behind the petals, which end at `ceiling`. */
function leaves(ink, plan, stem, side, ceiling) {
  const s = plan.stream("leaves");
  const count = [s.whole(2, 3), 2, 1, 1][plan.buds];
  for (let i = 0; i < count; i++) {
    const foot = stem.at(0.61 + (plan.buds ? 0.17 : 0.12) * i);
    const hand = i % 2 === 0 || plan.buds ? -side : side;
    const length = Math.min(s.between(900, 1150), (foot[1] - ceiling) / 0.95);
    feathered(ink, s, plan.greens, foot, hand * s.between(0.1, 0.14) - 0.25, length);
  }
}

/** A leaf cut into lobes. */
function feathered(ink, s, greens, foot, turn, length) {
  const spine = new Blade(PAGE, foot, turn, length, 10, s.about() * 0.2);
  for (let i = 0; i < 5; i++) {
    const at = spine.at(0.26 + 0.14 * i, 0);
    for (const hand of [-1, 1]) {
      const size = length * (0.42 - 0.06 * i) * s.between(0.8, 1.1);
      leaflet(ink, s, greens, at, turn + hand * s.between(0.085, 0.12), size, size * 0.12, -hand * 0.22);
    }
  }
  leaflet(ink, s, greens, spine.at(0.72, 0), turn + s.about() * 0.01, length * 0.42, length * 0.05, 0.05);
  ink.line(spine.vein(0, 0, 0.96), greens.dark, 16, 90);
  ink.line(spine.vein(0, 0, 0.96), greens.light, 8, 90);
}

/** A stalk that bends over at its end, and the bud on it; a third one is young and near the stem. */
function bud(ink, plan, s, stem, i, hand) {
  const young = i === 2 ? 0.58 : 1;
  const joint = stem.at([0.78, 0.86, 0.95][i]);
  const [x, y] = [joint[0] + hand * young * s.between(760, 930), joint[1] - young * s.between(760, 900)];
  const neck = [x - hand * 130 * young, y + 10];
  const stalk = new Stem(neck, [x - hand * 330 * young, joint[1] - 420 * young], joint);
  const hook = new Stem([x, y], [x - hand * 60 * young, y - 150 * young], neck);
  stalk.draw(ink, plan.greens, 40);
  hook.draw(ink, plan.greens, 40);
  hairs(ink, s, plan.greens, stalk, 0.05, 0.9, 16);
  hanging(ink, plan, s, new Plane(x, y - 20, hand * 0.02), s.between(400, 480) * (0.4 + 0.6 * young));
}

/** A hairy bud; now and then its petal shows. */
function hanging(ink, { petals: p, greens }, s, plane, size) {
  const peep = new Blade(plane, [0, size * 0.55], 0.25, size * 0.58, size * 0.2, 0, 0.8, 0.4);
  if (s.unit() < 0.7) {
    ink.fill(peep.outline(), p.mid, 96);
    ink.line(peep.vein(0, 0.2, 0.9), p.deep, size * 0.012, 60);
  }
  const body = new Blade(plane, [0, 0], 0.25, size, size * 0.3, 0, 0.55, 0.46);
  ink.shape(body.outline(), mixed(greens.mid, greens.light, 0.4), 98, greens.dark, size * 0.011, 62);
  ink.fill(body.part(0.97, 0.1, 0.98), greens.dark, 26);
  ink.fill(body.part(0.9, -0.85, -0.35), greens.shine, 26);
  ink.line(body.vein(0.08, 0.02, 0.98), greens.dark, size * 0.014, 62);
  const coat = [];
  for (let i = 0; i < 34; i++) {
    const side = s.unit() < 0.5 ? -1 : 1;
    const at = body.at(s.between(0.08, 0.92), side * s.between(0.2, 1) * 0.9);
    const turn = plane.turn + 0.25 - side * s.between(0.08, 0.2);
    coat.push(...new Blade(PAGE, at, turn, s.between(50, 95), 4, 0).vein(0, 0, 1));
  }
  ink.line(coat, greens.dark, 5, 50);
}

function hairs(ink, s, greens, stem, low, high, count) {
  const coat = [];
  for (let i = 0; i < count; i++) {
    const [x, y] = stem.at(low + ((high - low) * (i + s.unit())) / count);
    const hand = s.unit() < 0.5 ? -1 : 1;
    const turn = (hand > 0 ? 0 : 0.5) + s.about() * 0.03;
    coat.push(...new Blade(PAGE, [x + hand * 20, y], turn, s.between(60, 120), 5, s.about() * 0.2).vein(0, 0, 1));
  }
  ink.line(coat, greens.dark, 5, 52);
}
