// Behind the flower: a wash of the season's colours, and drops of it.

import { mixed, WHITE } from "./ink.mjs";
import { rye } from "./rye.mjs";
import { Plane } from "./shapes.mjs";
import { wash } from "./wash.mjs";

const LAYERS = 5;
const DROPS = 24;

/** Wash and drops round (x, y), then rye, if the season has any. */
export function ground(ink, plan, x, y) {
  const [tint, field, stream] = [plan.petals.wash, plan.field, plan.stream("wash")];
  for (const colour of [mixed(tint, WHITE, 0.46), field.first, mixed(field.second, tint, 0.12)]) {
    pool(ink, stream, x, y, colour);
    y += 320;
  }
  const snow = field.code === "winter";
  for (let i = 0; i < DROPS; i++) drop(ink, stream, x, y - 760, mixed(tint, field.first, stream.unit()), snow);
  if (field.straw) rye(ink, plan.stream("rye"), field.straw);
}

function pool(ink, stream, x, y, colour) {
  const plane = new Plane(x + stream.about() * 420, y + stream.about() * 380, 0, 0.95);
  const radius = stream.between(1050, 1500);
  for (let layer = 0; layer < LAYERS; layer++) {
    ink.fill(wash(stream, plane, radius * (1 - 0.045 * layer), 3, 1), colour, 11);
  }
}

function drop(ink, stream, x, y, colour, snow) {
  const size = stream.unit();
  const plane = new Plane(x + stream.about() * 1250, y + stream.about() * 1300);
  const white = stream.unit() < 0.6;
  ink.fill(wash(stream, plane, 6 + 22 * size * size, 0, 0.6), snow && white ? WHITE : colour, 46);
}
