// Each line of standard input is a call of card-words.mjs or share.mjs as JSON: [name, …arguments].

import { createInterface } from "node:readline";
import process from "node:process";

import { fit } from "../../../src/valoshka/solidarity/site/js/card-words.mjs";
import * as sharing from "../../../src/valoshka/solidarity/site/js/share.mjs";

// Letters half as wide as high: any measure will do that only grows with the text.
const measure = (text, size) => [...text].length * size * 0.5;
const calls = { ...sharing, fit: (message, width, rungs) => fit(message, width, rungs, measure, "en") };

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...rest] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(calls[name](...rest))}\n`);
}
