// A watercolour's edge: a ring whose sides are broken again and again (after Tyler Hobbs).

import { closedCurve } from "./curves.mjs";
import { cosine, sine } from "./turns.mjs";

const CORNERS = 9;

/**
 * A rough closed curve round the plane's centre; each of `depth` rounds doubles its nine points.
 * @param {import("./chance.mjs").Stream} stream @param {import("./shapes.mjs").Plane} plane
 * @param {number} radius @param {number} depth @param {number} rough
 */
export function wash(stream, plane, radius, depth, rough) {
  let corners = [];
  for (let i = 0; i < CORNERS; i++) {
    corners.push([radius * cosine(i / CORNERS), radius * sine(i / CORNERS), 0.4 + 0.9 * stream.unit()]);
  }
  for (let round = 0; round < depth; round++) corners = broken(stream, corners, rough);
  const points = corners.map(([x, y]) => plane.at(x, y));
  return closedCurve(points.map((point) => point[0]), points.map((point) => point[1]));
}

function broken(stream, corners, rough) {
  return corners.flatMap((a, i) => {
    const b = corners[(i + 1) % corners.length];
    const wild = rough * (a[2] + b[2]) * 0.16;
    const x = (a[0] + b[0]) / 2 + (b[1] - a[1]) * stream.about() * wild;
    const y = (a[1] + b[1]) / 2 - (b[0] - a[0]) * stream.about() * wild;
    return [a, [x, y, (a[2] + b[2]) * 0.5 * (0.75 + 0.5 * stream.unit())]];
  });
}
