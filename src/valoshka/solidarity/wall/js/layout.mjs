/** Where tiles lie: pure geometry, in CSS pixels, for any number of tiles. */

/** Width of a tile at least; phones show smaller ones. */
const ROOMY = 80;
const TIGHT = 64;
const NARROW = 600;

/**
 * @typedef {{columns: number, width: number, height: number, rows: number, total: number, margin: number, rtl: boolean}} Layout
 */

/**
 * @param {number} room the width that there is
 * @param {number} total the number of tiles
 * @param {boolean} rtl
 * @returns {Layout}
 */
export function layout(room, total, rtl) {
  const columns = Math.max(1, Math.floor(room / (room < NARROW ? TIGHT : ROOMY)));
  const width = Math.max(1, Math.floor(room / columns));
  const margin = Math.floor((room - columns * width) / 2);
  return { columns, width, height: Math.round(width * 1.25), rows: Math.ceil(total / columns), total, margin, rtl };
}

/** The height of all tiles. @param {Layout} lay */
export const depth = (lay) => lay.rows * lay.height;

/** The left upper corner of a tile. @param {Layout} lay @param {number} at @returns {{x: number, y: number}} */
export function corner(lay, at) {
  const column = at % lay.columns;
  const shown = lay.rtl ? lay.columns - 1 - column : column;
  return { x: lay.margin + shown * lay.width, y: Math.floor(at / lay.columns) * lay.height };
}

/** The tile under a point, or -1. @param {Layout} lay @param {number} x @param {number} y */
export function tileAt(lay, x, y) {
  const column = Math.floor((x - lay.margin) / lay.width);
  if (column < 0 || column >= lay.columns || y < 0) return -1;
  const at = Math.floor(y / lay.height) * lay.columns + (lay.rtl ? lay.columns - 1 - column : column);
  return at < lay.total ? at : -1;
}

/** The tiles that a window shows: from the first to before the second number.
 * @param {Layout} lay @param {number} top @param {number} height @returns {[number, number]} */
export function visible(lay, top, height) {
  const first = Math.max(0, Math.floor(top / lay.height)) * lay.columns;
  const last = Math.ceil((top + height) / lay.height) * lay.columns;
  return [first, Math.min(lay.total, last)];
}

/** Where a key leads from a tile, or -1 if it leads nowhere.
 * @param {Layout} lay @param {number} at @param {string} key @param {number} shownRows */
export function stepped(lay, at, key, shownRows) {
  const ahead = lay.rtl ? -1 : 1;
  const page = Math.max(1, shownRows - 1) * lay.columns;
  const steps = new Map([
    ["ArrowRight", ahead], ["ArrowLeft", -ahead], ["ArrowDown", lay.columns], ["ArrowUp", -lay.columns],
    ["PageDown", page], ["PageUp", -page], ["Home", -at], ["End", lay.total - 1 - at],
  ]);
  const step = steps.get(key);
  return step === undefined ? -1 : Math.min(lay.total - 1, Math.max(0, at + step));
}
