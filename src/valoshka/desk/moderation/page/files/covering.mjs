/** Rectangles over what must not be seen: drawn with a pointer or with keys, kept as thousandths of the picture. */

import { at, coverBox } from "./showing.mjs";

const STEP = 20;
const FIRST = [350, 350, 300, 300];
/** @type {{covers: number[][], done: (covers: number[][] | null) => void} | null} */
let drawing = null;

export const isCovering = () => drawing !== null;

/** @param {number[][]} covers @param {(covers: number[][] | null) => void} done hears the covers, or null to leave them */
export function startCovering(covers, done) {
  drawing = { covers: covers.map((each) => [...each]), done };
  if (!drawing.covers.length) drawing.covers.push([...FIRST]);
  at("stage").classList.add("drawing");
  at("covering").hidden = false;
  draw();
}

/** @param {KeyboardEvent} event @returns {boolean} whether the key was meant for the covers */
export function coveringKey(event) {
  if (!drawing) return false;
  const now = drawing.covers.at(-1);
  if (event.code === "Escape") end(null);
  else if (event.code === "Enter" && (event.ctrlKey || event.metaKey)) end(drawing.covers);
  else if (event.code === "KeyN") drawing.covers.push([...FIRST]);
  else if (event.code === "Backspace" || event.code === "Delete") drawing.covers.pop();
  else if (now && event.code.startsWith("Arrow")) nudge(now, event);
  else return false;
  draw();
  return true;
}

/** @param {number[]} cover @param {KeyboardEvent} event */
function nudge(cover, event) {
  const along = event.code === "ArrowLeft" || event.code === "ArrowRight" ? 0 : 1;
  const by = event.code === "ArrowLeft" || event.code === "ArrowUp" ? -STEP : STEP;
  const size = cover[along + 2];
  if (event.shiftKey) cover[along + 2] = clamp(size + by, STEP, 1000 - cover[along]);
  else cover[along] = clamp(cover[along] + by, 0, 1000 - size);
}

/** @param {number[][] | null} covers */
function end(covers) {
  const told = drawing;
  drawing = null;
  at("stage").classList.remove("drawing");
  at("covering").hidden = true;
  told?.done(covers);
}

function draw() {
  if (!drawing) return;
  const boxes = drawing.covers.map(coverBox);
  boxes.at(-1)?.classList.add("now");
  at("covers").replaceChildren(...boxes);
}

/** @param {PointerEvent} event @returns {number[]} thousandths from left and top */
function place(event) {
  const box = at("stage").getBoundingClientRect();
  return [
    clamp(Math.round(((event.clientX - box.left) / box.width) * 1000), 0, 1000),
    clamp(Math.round(((event.clientY - box.top) / box.height) * 1000), 0, 1000),
  ];
}

/** @param {number} value @param {number} least @param {number} most */
const clamp = (value, least, most) => Math.max(least, Math.min(most, value));

at("stage").addEventListener("pointerdown", (event) => {
  if (!drawing) return;
  event.preventDefault();
  at("stage").setPointerCapture(event.pointerId);
  const [x, y] = place(event);
  // The rectangle that the keys began with gives way to the first that is drawn.
  if (drawing.covers.length === 1 && String(drawing.covers[0]) === String(FIRST)) drawing.covers.pop();
  drawing.covers.push([x, y, 1, 1]);
  const move = (/** @type {PointerEvent} */ moved) => {
    const [x2, y2] = place(moved);
    drawing?.covers.splice(-1, 1, [Math.min(x, x2), Math.min(y, y2), Math.abs(x2 - x) || 1, Math.abs(y2 - y) || 1]);
    draw();
  };
  const stage = at("stage");
  stage.addEventListener("pointermove", move);
  stage.addEventListener("pointerup", () => stage.removeEventListener("pointermove", move), { once: true });
  draw();
});
at("cover-save").addEventListener("click", () => end(drawing && drawing.covers));
at("cover-leave").addEventListener("click", () => end(null));
at("cover-less").addEventListener("click", () => {
  drawing?.covers.pop();
  draw();
});
at("image").addEventListener("dragstart", (event) => event.preventDefault());
