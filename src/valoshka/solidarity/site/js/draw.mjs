// A sheet to draw a flower on: finger, pen with pressure, mouse or keys; strokes are kept, so that each can be undone.

import { DRAWING } from "./draw-layouts.mjs";
import { penOnKeys } from "./draw-keys.mjs";
import { canvasTells } from "./photo-canary.mjs";
import { asJpeg } from "./photo-jpeg.mjs";
import { getStroke } from "./vendor/perfect-freehand.mjs";

/** @typedef {[number, number, number]} Point across and down in thousandths of the sheet's width, pressure 0 to 1 */
/** @typedef {{points: Point[], colour: string, width: number, pressed: boolean}} Stroke */

const ACROSS = 1000;

/**
 * A board on a canvas, whose size in pixels it leaves as it is. Each change is told by an `input` event on the canvas.
 * Keys: arrows move the pen (with Shift further), Space puts it down and lifts it, Ctrl+Z undoes, Ctrl+Shift+Z redoes.
 * @param {HTMLCanvasElement} canvas @param {{paper?: string, colour?: string, width?: number}} [options]
 */
export function drawingBoard(canvas, options = {}) {
  const board = new Board(canvas, options);
  return {
    COLOURS: DRAWING.colours,
    WIDTHS: DRAWING.widths,
    undo: () => board.undo(),
    redo: () => board.redo(),
    clear: () => board.clear(),
    /** @param {string} colour "#rrggbb" */
    colour: (colour) => Object.assign(board.pen, { colour }),
    /** @param {number} width thousandths of the sheet's width */
    width: (width) => Object.assign(board.pen, { width }),
    isEmpty: () => board.strokes.length === 0,
    canUndo: () => board.strokes.length > 0 || board.cleared !== null,
    canRedo: () => board.undone.length > 0,
    toBlob: () => board.toBlob(),
    close: () => board.closing.abort(),
  };
}

/** Strokes on a canvas. */
export class Board {
  /** @type {Stroke[]} */
  strokes = [];
  /** @type {Stroke[]} */
  undone = [];
  /** What `clear` took away. @type {Stroke[] | null} */
  cleared = null;
  /** @type {Stroke | null} */
  drawing = null;
  closing = new AbortController();

  constructor(canvas, { paper = DRAWING.paper, colour = DRAWING.colours[0], width = DRAWING.widths[1] }) {
    Object.assign(this, { canvas, paper, pen: { colour, width } });
    this.context = canvas.getContext("2d", { alpha: false });
    this.listen();
    this.draw();
  }

  listen() {
    const { canvas, closing } = this;
    canvas.style.touchAction = "none"; // or a finger would scroll the page
    canvas.tabIndex = 0;
    const on = (name, heard) => canvas.addEventListener(name, heard, { signal: closing.signal });
    on("pointerdown", (event) => this.touched(event));
    on("pointermove", (event) => this.moved(event));
    for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) on(name, () => this.lift());
    penOnKeys(this, on);
  }

  /** @param {PointerEvent} event */
  touched(event) {
    // A second finger, or another button, is no pen.
    if (this.drawing || !event.isPrimary || event.button !== 0) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.put(this.point(event), event.pointerType === "pen");
  }

  /** @param {PointerEvent} event */
  moved(event) {
    if (!this.drawing || !event.isPrimary) return;
    const between = event.getCoalescedEvents?.() ?? [];
    for (const each of between.length ? between : [event]) this.extend(this.point(each));
    this.draw();
  }

  /** @param {PointerEvent} event @returns {Point} */
  point({ clientX, clientY, pressure }) {
    const { left, top, width } = this.canvas.getBoundingClientRect();
    return [((clientX - left) / width) * ACROSS, ((clientY - top) / width) * ACROSS, pressure];
  }

  /** Begin a stroke. @param {Point} point @param {boolean} pressed whether a pen tells its pressure */
  put(point, pressed) {
    this.drawing = { points: [point], pressed, ...this.pen };
    this.draw();
  }

  /** @param {Point} point */
  extend(point) {
    const drawn = this.strokes.reduce((sum, { points }) => sum + points.length, 0);
    if (drawn + this.drawing.points.length < DRAWING.most_points) this.drawing.points.push(point);
  }

  /** End the stroke. */
  lift() {
    if (!this.drawing) return;
    this.strokes.push(this.drawing);
    Object.assign(this, { drawing: null, undone: [], cleared: null });
    this.changed();
  }

  undo() {
    if (this.cleared) Object.assign(this, { strokes: this.cleared, cleared: null });
    else if (this.strokes.length) this.undone.push(this.strokes.pop());
    this.changed();
  }

  redo() {
    if (this.undone.length) this.strokes.push(this.undone.pop());
    this.changed();
  }

  clear() {
    if (this.strokes.length) Object.assign(this, { cleared: this.strokes, strokes: [], undone: [] });
    this.changed();
  }

  changed() {
    this.draw();
    this.canvas.dispatchEvent(new Event("input", { bubbles: true }));
  }

  draw() {
    const { context, canvas } = this;
    context.resetTransform();
    context.fillStyle = this.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(canvas.width / ACROSS, canvas.width / ACROSS);
    for (const stroke of [...this.strokes, this.drawing]) if (stroke) inked(context, stroke);
  }

  /** A JPEG of the drawing; null where the browser falsifies canvases, and the drawing would be noise. */
  async toBlob() {
    if (!(await canvasTells())) return null;
    this.draw(); // without the ring that shows where the keys' pen is
    return asJpeg(this.canvas, DRAWING.quality);
  }
}

/** @param {CanvasRenderingContext2D} context @param {Stroke} stroke */
function inked(context, { points, colour, width, pressed }) {
  const outline = getStroke(points, { size: width, thinning: 0.55, smoothing: 0.6, streamline: 0.4, simulatePressure: !pressed });
  if (!outline.length) return;
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(...outline[0]);
  // Through the middles of its sides, so that the outline has no corners.
  outline.forEach(([x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length];
    context.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  });
  context.fill();
}
