// Points → paths that bend through the midpoints between them. Control points stand on even numbers, so that every
// midpoint is a whole number and SVG's `t`, which mirrors the last control point, is exact.

import { whole } from "./ink.mjs";

/** @typedef {import("./ink.mjs").Path} Path */
/** @typedef {import("./ink.mjs").Point} Point */

/** A closed path without a corner. @param {number[]} xs @param {number[]} ys @returns {Path} */
export function closedCurve(xs, ys) {
  const [hx, hy] = [halves(xs), halves(ys)];
  const [lx, ly] = [hx.at(-1), hy.at(-1)];
  hx.push(hx[0]);
  hy.push(hy[0]);
  const bend = [hx[0] - lx, hy[0] - ly, hx[1] - lx, hy[1] - ly];
  return [["M", [lx + hx[0], ly + hy[0]]], ["q", bend], ["t", mirrored(hx, hy, 1)], ["z", []]];
}

/** A closed path whose first point is a sharp corner. @param {number[]} xs @param {number[]} ys @returns {Path} */
export function tippedCurve(xs, ys) {
  const [hx, hy] = [halves(xs), halves(ys)];
  hx.push(hx[0]);
  hy.push(hy[0]);
  const [dx, dy] = [hx[1] - hx[0], hy[1] - hy[0]];
  const bend = [dx, dy, hx[2] - hx[0], hy[2] - hy[0]];
  return [["M", [2 * hx[0], 2 * hy[0]]], ["l", [dx, dy]], ["q", bend], ["t", mirrored(hx, hy, 2)], ["z", []]];
}

/** An open path: one quadratic curve. @param {Point} start @param {Point} bend @param {Point} end @returns {Path} */
export function arc(start, bend, end) {
  const [x, y] = [whole(start[0]), whole(start[1])];
  return [["M", [x, y]], ["q", [whole(bend[0]) - x, whole(bend[1]) - y, whole(end[0]) - x, whole(end[1]) - y]]];
}

/** @param {number[]} numbers */
const halves = (numbers) => numbers.map((number) => Math.floor(number * 0.5 + 0.5));

/** @param {number[]} hx @param {number[]} hy @param {number} first */
function mirrored(hx, hy, first) {
  const steps = [];
  for (let i = first; i < hx.length - 1; i++) steps.push(hx[i + 1] - hx[i - 1], hy[i + 1] - hy[i - 1]);
  return steps;
}
