// Cornflower, Centaurea cyanus: a branched, narrow-leaved stem, scaly cups, one open head and its buds.

import { cup } from "../cup.mjs";
import { leaf, Stem } from "../green.mjs";
import { ground } from "../ground.mjs";
import { Ink, mixed, WHITE } from "../ink.mjs";
import { Blade, Plane } from "../shapes.mjs";
import { CornflowerHead } from "./cornflower-head.mjs";

const BRUSH = 13;

/** The whole picture, from the ground to the head. @param {import("../plan.mjs").Plan} plan */
export function draw(plan) {
  const [ink, s] = [new Ink(), plan.stream("shape")];
  const [x, y] = [2000 + s.between(-120, 120), 1720 + s.between(-90, 90)];
  const [reach, squash] = [s.between(1300, 1470), s.between(0.8, 0.93)];
  ground(ink, plan, x, y);
  const neck = [x + s.between(-40, 40), y + reach * squash * 0.62 + 470];
  const stem = new Stem(neck, [neck[0] + s.between(-260, 260), 3700], [2000 + s.between(-480, 480), 5060]);
  const side = s.unit() < 0.5 ? -1 : 1;
  const shoots = Array.from({ length: plan.buds }, (_, i) => grownShoot(s, stem, i, plan.buds, side));
  leaves(ink, plan, stem, side, shoots);
  shoots.forEach((shoot, i) => bud(ink, plan, plan.stream(`bud ${i}`), shoot));
  stem.draw(ink, plan.greens, 62);
  cup(ink, plan.stream("cup"), plan.greens, new Plane(neck[0], neck[1] + 30), reach * 0.8);
  const plane = new Plane(x, y, s.about() * 0.02, squash);
  new CornflowerHead(ink, plan.stream("head"), plane, reach, plan.petals).draw();
  return ink;
}

function grownShoot(s, stem, i, buds, side) {
  const hand = i % 2 === 0 ? side : -side;
  const t = (buds === 3 ? [0.6, 0.76, 0.93] : [0.74, 0.84])[i] + s.between(-0.03, 0.03);
  const joint = stem.at(t);
  const young = i === 2 ? 0.68 : 1;
  const tip = [joint[0] + hand * young * s.between(660, 800), joint[1] - young * s.between(560, 680)];
  const size = (0.2 + 0.8 * young) * s.between(580, 680);
  return { hand, t, joint, tip, size, openness: young * s.between(0.3, 0.9) };
}

function leaves(ink, plan, stem, side, shoots) {
  const s = plan.stream("leaves");
  const count = s.whole(6, 8);
  for (let i = 0; i < count; i++) {
    const t = 0.18 + (0.74 * i) / (count - 1);
    const hand = i % 2 === 1 ? side : -side;
    const crowded = shoots.some((shoot) => shoot.hand === hand && -0.46 < t - shoot.t && t - shoot.t < 0.05);
    const length = s.between(720, 1300) * (0.66 + 0.4 * t) * (crowded ? 0.5 : 1);
    const turn = hand * s.between(0.05, 0.095) - 0.25;
    const width = s.between(46, 66);
    leaf(ink, s, plan.greens, stem.at(t), turn, length, width, hand * s.between(0.16, 0.46));
  }
}

/** A bud from the side: a cup with a brush of florets. */
function bud(ink, plan, s, shoot) {
  const { tip, joint, hand } = shoot;
  const stalk = new Stem(tip, [tip[0] - hand * 90, joint[1] - (joint[1] - tip[1]) * 0.36], joint);
  stalk.draw(ink, plan.greens, 40);
  const plane = new Plane(tip[0], tip[1] + 16, hand * 0.035);
  for (let i = 0; i < BRUSH; i++) brushFloret(ink, plan, s, shoot, plane, i);
  cup(ink, s, plan.greens, plane, shoot.size);
}

function brushFloret(ink, plan, s, { size, openness }, plane, i) {
  const p = plan.petals;
  const aside = (((i * 5) % BRUSH) / (BRUSH - 1)) * 2 - 1;
  const length = size * s.between(0.44, 0.58) * (1 - 0.22 * Math.abs(aside)) * (0.75 + 0.35 * openness);
  const turn = aside * (0.05 + 0.075 * openness) + s.about() * 0.007 - 0.25;
  const bend = aside * 0.14 + s.about() * 0.05;
  const blade = new Blade(plane, [aside * size * 0.07, -size * 0.4], turn, length, size * 0.046, bend);
  const deep = (0.75 - (0.5 * i) / BRUSH) * s.between(0.6, 1);
  ink.shape(blade.outline(), mixed(mixed(p.light, p.mid, 0.5), p.deep, deep), 96, p.edge, size * 0.006, 44);
  ink.fill(blade.part(0.6, -0.9, 0.9, 3), p.deep, 34);
  ink.fill(blade.part(0.94, -0.8, 0), mixed(p.light, WHITE, 0.4), 34);
}
