// `node flower.mjs SEED [KIND]`: print the SVG. No browser loads this file.

import process from "node:process";

import { grow, Refused, svg } from "./flower.mjs";

const [seed, kind] = process.argv.slice(2);
try {
  if (seed === undefined) throw new Refused("long", "Say a seed: node flower.mjs SEED [KIND].");
  process.stdout.write(svg(grow(seed, kind)));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
