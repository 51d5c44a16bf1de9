// Sine and cosine by a polynomial, because each engine's library rounds its own way. Angles are in turns.

const QUARTER = 1.5707963267948966;

/** @param {number} turn */
export function sine(turn) {
  turn -= Math.floor(turn);
  const quarter = Math.floor(turn * 4);
  let rest = turn * 4 - quarter;
  if (quarter % 2 === 1) rest = 1 - rest;
  const x = rest * QUARTER;
  const q = x * x;
  const value =
    x * (1 + q * (-1 / 6 + q * (1 / 120 + q * (-1 / 5040 + q * (1 / 362880 + q * (-1 / 39916800 + q / 6227020800))))));
  return quarter < 2 ? value : -value;
}

/** @param {number} turn */
export const cosine = (turn) => sine(turn + 0.25);
