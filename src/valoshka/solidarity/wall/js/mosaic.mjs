/** All flowers at a glance: one canvas and one button, however many there are. The pages below hold the same as text. */

import { corner, depth, layout, stepped, tileAt } from "./layout.mjs";
import { leafOf, paint } from "./painting.mjs";
import { Reader } from "./reader.mjs";
import { Sheets } from "./sheets.mjs";

/** Milliseconds of rest before sheets are fetched: while tiles fly past, none is looked at. */
const REST = 80;
/** Sharper than this nobody sees, and it costs four times the pixels. */
const DENSEST = 2;

class Mosaic {
  /** @param {HTMLElement} section @param {import("./painting.mjs").Index} index */
  constructor(section, index) {
    const one = (/** @type {string} */ what) => /** @type {any} */ (section.querySelector(what));
    this.section = section;
    this.index = index;
    this.total = index.leaves.reduce((sum, [, , count]) => sum + count, 0);
    this.window = /** @type {HTMLElement} */ (one(".window"));
    this.canvas = /** @type {HTMLCanvasElement} */ (one("canvas"));
    this.pen = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d", { alpha: true }));
    this.field = /** @type {HTMLElement} */ (one(".field"));
    this.cursor = /** @type {HTMLButtonElement} */ (one(".cursor"));
    this.live = /** @type {HTMLElement} */ (one("[aria-live]"));
    this.at = 0;
    this.owed = 0;
    this.rest = 0;
    this.sheets = new Sheets((leaf) => section.dataset.sheets + index.leaves[leaf][0], () => this.repaint());
    const step = (/** @type {number} */ by) => this.open(Math.min(this.total - 1, Math.max(0, this.at + by)));
    this.reader = new Reader(one("dialog"), section.dataset.failed ?? "", step, () => this.cursor.focus());
  }

  start() {
    this.section.hidden = false;
    new ResizeObserver(() => this.fit()).observe(this.window);
    this.window.addEventListener("scroll", () => this.repaint(), { passive: true });
    this.canvas.addEventListener("click", (event) => this.open(this.under(event)));
    this.cursor.addEventListener("click", () => this.open(this.at));
    this.cursor.addEventListener("keydown", (event) => this.pressed(event));
    this.fit();
    this.move(0);
  }

  /** Measure anew; the flower at the top stays there. */
  fit() {
    const top = this.lay ? Math.floor(this.window.scrollTop / this.lay.height) * this.lay.columns : 0;
    const room = this.window.clientWidth;
    this.lay = layout(room, this.total, document.documentElement.dir === "rtl");
    this.density = Math.min(DENSEST, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(room * this.density);
    this.canvas.height = Math.round(this.window.clientHeight * this.density);
    // The canvas is as high as the window and stays in it while the field, as high as all tiles, moves past.
    this.canvas.style.height = `${this.window.clientHeight}px`;
    this.field.style.height = `${Math.max(depth(this.lay), this.window.clientHeight)}px`;
    this.window.scrollTop = Math.floor(top / this.lay.columns) * this.lay.height;
    this.place();
    this.repaint();
  }

  repaint() {
    if (this.owed) return;
    this.owed = requestAnimationFrame(() => {
      this.owed = 0;
      const { scrollTop, clientHeight } = this.window;
      this.seen = paint(this.pen, this.lay, this.index, this.sheets, scrollTop, clientHeight, this.density);
      clearTimeout(this.rest);
      this.rest = setTimeout(() => this.sheets.want(this.seen), REST);
    });
  }

  /** @param {MouseEvent} event */
  under(event) {
    const box = this.canvas.getBoundingClientRect();
    return tileAt(this.lay, event.clientX - box.left, event.clientY - box.top + this.window.scrollTop);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const to = stepped(this.lay, this.at, event.key, Math.floor(this.window.clientHeight / this.lay.height));
    if (to < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.move(to);
    this.reveal();
    this.live.textContent = this.cursor.getAttribute("aria-label");
  }

  /** @param {number} at */
  move(at) {
    this.at = at;
    const words = (this.section.dataset.tile ?? "").replace("{n}", String(at + 1)).replace("{total}", String(this.total));
    this.cursor.setAttribute("aria-label", words);
    this.place();
  }

  place() {
    const { x, y } = corner(this.lay, this.at);
    this.cursor.style.width = `${this.lay.width}px`;
    this.cursor.style.height = `${this.lay.height}px`;
    this.cursor.style.transform = `translate(${x}px, ${y}px)`;
  }

  /** Scroll no further than the chosen tile needs. */
  reveal() {
    const { y } = corner(this.lay, this.at);
    const { scrollTop, clientHeight } = this.window;
    if (y < scrollTop) this.window.scrollTop = y;
    else if (y + this.lay.height > scrollTop + clientHeight) this.window.scrollTop = y + this.lay.height - clientHeight;
  }

  /** @param {number} at */
  open(at) {
    if (at < 0) return;
    this.move(at);
    this.reveal();
    const [leaf, place] = leafOf(this.index, at);
    this.reader.show(this.index.leaves[leaf][1], place);
  }
}

/** @param {HTMLElement} section */
async function begin(section) {
  const answer = await fetch(/** @type {string} */ (section.dataset.index));
  if (!answer.ok) return;
  const index = await answer.json();
  let sum = 0;
  index.starts = index.leaves.map((/** @type {[string, string, number]} */ [, , count]) => (sum += count) - count);
  new Mosaic(section, index).start();
}

const section = document.getElementById("mosaic");
// Where the list cannot be fetched (a file opened from a disk), the pages below are all there is.
if (section) begin(section).catch(() => undefined);
