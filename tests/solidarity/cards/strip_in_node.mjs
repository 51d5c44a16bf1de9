// Each line of standard input is a file in base64; each line of the answer what strip.mjs makes of it, or why not.

import { createInterface } from "node:readline";
import process from "node:process";

import { strip } from "../../../src/valoshka/solidarity/site/js/strip.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(new Uint8Array(Buffer.from(line, "base64"))))}\n`);
}

function answer(bytes) {
  try {
    return { stripped: Buffer.from(strip(bytes)).toString("base64") };
  } catch (error) {
    return { refused: error.code ?? null, error: `${error.name}: ${error.message}` };
  }
}
