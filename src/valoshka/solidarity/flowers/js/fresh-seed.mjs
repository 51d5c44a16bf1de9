// Seeds that say nothing: what a flower is published under without anybody having read it. Twin of fresh_seed.py.

import { SEED_LENGTH, SEED_LETTERS } from "./seed-letters.mjs";

const SAYS_NOTHING = new RegExp(`^[${SEED_LETTERS}]{${SEED_LENGTH}}(\\.p[0-9])?(\\.s[0-9])?(\\.b[0-9])?$`);
// Bytes from here on are thrown again: their remainders would make the first letters likelier.
const TOO_HIGH = 256 - (256 % SEED_LETTERS.length);

/** Twelve consonants by chance, without an ending. */
export function freshSeed() {
  let seed = "";
  while (seed.length < SEED_LENGTH) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < TOO_HIGH) seed += SEED_LETTERS[byte % SEED_LETTERS.length];
  }
  return seed;
}

/** Whether a seed may be published unread. @param {string} seed */
export function saysNothing(seed) {
  return SAYS_NOTHING.test(seed);
}
