/** The canvas: the tiles that are in view, each cut out of its leaf's sheet. */

import { corner, visible } from "./layout.mjs";

/**
 * @typedef {{cell: [number, number], columns: number, leaves: [string, string, number][], starts: number[]}} Index
 */

/** The leaf that holds a tile, and the tile's place in it. @param {Index} index @param {number} at
 * @returns {[number, number]} */
export function leafOf(index, at) {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (index.starts[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return [low, at - index.starts[low]];
}

/** Draw what the window shows; returns the leaves that are in view.
 * @param {CanvasRenderingContext2D} pen @param {import("./layout.mjs").Layout} lay @param {Index} index
 * @param {import("./sheets.mjs").Sheets} sheets @param {number} top @param {number} height @param {number} density */
export function paint(pen, lay, index, sheets, top, height, density) {
  const [first, last] = visible(lay, top, height);
  const [width, cellHeight] = index.cell;
  const seen = [];
  pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
  for (let at = first, leaf = -1, bitmap; at < last; at += 1) {
    const [of, place] = leafOf(index, at);
    if (of !== leaf) {
      leaf = of;
      bitmap = sheets.get(leaf);
      seen.push(leaf);
    }
    if (!bitmap) continue;
    const { x, y } = corner(lay, at);
    const [left, upper] = [(place % index.columns) * width, Math.floor(place / index.columns) * cellHeight];
    // Whole device pixels, or seams show between tiles.
    const [from, to] = [Math.round((y - top) * density), Math.round((y - top + lay.height) * density)];
    const [begin, end] = [Math.round(x * density), Math.round((x + lay.width) * density)];
    pen.drawImage(bitmap, left, upper, width, cellHeight, begin, from, end - begin, to - from);
  }
  return seen;
}
