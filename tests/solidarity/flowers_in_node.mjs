// Read seeds and kinds, a JSON array a line, from standard input; answer with the SHA-256 and the alt texts of each.

import { createHash } from "node:crypto";
import { createInterface } from "node:readline";

import { describe } from "../../src/valoshka/solidarity/flowers/js/describe.mjs";
import { grow, Refused, svg } from "../../src/valoshka/solidarity/flowers/js/flower.mjs";

const words = {};
for (const language of ["en", "be", "ru", "pl", "de", "ar"]) {
  words[language] = (await import(`../../src/valoshka/solidarity/flowers/js/words/${language}.mjs`)).default;
}

/** @param {string} seed @param {string} kind */
function told(seed, kind) {
  try {
    const flower = grow(seed, kind);
    const alt = Object.fromEntries(Object.entries(words).map(([code, known]) => [code, describe(flower, known)]));
    return { sha256: createHash("sha256").update(svg(flower)).digest("hex"), alt };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: error.message, code: error.code };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const [seed, kind] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(told(seed, kind))}\n`);
}
