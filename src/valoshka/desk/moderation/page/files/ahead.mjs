/** Messages and pictures that are asked for before they are wanted, so that the next one is there at once. */

import { ask, picture } from "./asking.mjs";

const MOST = 8;
/** @type {Map<string, {message: Promise<any>, image: Promise<string> | null}>} */
const kept = new Map();

/** @param {string} id @returns {{message: Promise<any>, image: Promise<string> | null}} */
export function fetched(id) {
  const known = kept.get(id);
  if (known) return known;
  const message = ask(`message/${id}`);
  const found = { message, image: message.then((told) => (told.shows ? picture(id) : "")) };
  message.catch(() => kept.delete(id));
  found.image.catch(() => undefined);
  kept.set(id, found);
  for (const old of [...kept.keys()].slice(0, -MOST)) drop(old);
  return found;
}

/** @param {any} told a message as it stands now: its picture stays */
export function refresh(told) {
  const known = kept.get(told.id);
  if (known) kept.set(told.id, { ...known, message: Promise.resolve(told) });
}

/** @param {string} id */
function drop(id) {
  kept.get(id)?.image?.then((address) => address && URL.revokeObjectURL(address), () => undefined);
  kept.delete(id);
}
