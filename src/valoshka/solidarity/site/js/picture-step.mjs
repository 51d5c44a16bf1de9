// The visitor's own flower: a photo cleaned on their device, or a drawing by hand.

import { drawingBoard } from "./draw.mjs";
import { readPhoto } from "./photo.mjs";
import { say } from "./told.mjs";

const SHEET = { width: 1000, height: 1250 };
const NIBS = ["fine", "medium", "broad"];

/** @typedef {{picture: import("./choice.mjs").Picture, drawable: ImageBitmap}} Taken */

/** @param {File} file @returns {Promise<Taken | {refused: string}>} */
export async function takePhoto(file) {
  const photo = await readPhoto(file);
  if (photo.how === "refused") return { refused: photo.refused };
  const drawable = photo.how === "canvas" ? photo.bitmap : await createImageBitmap(photo.blob);
  return { picture: { blob: photo.blob, bitmap: drawable, alt: say("flower.picture_alt"), fit: "cover" }, drawable };
}

/**
 * @param {HTMLElement} place where the board opens
 * @param {(picture: import("./choice.mjs").Picture, drawable: ImageBitmap) => void} take
 */
export function openBoard(place, take) {
  const canvas = made("canvas", { ...SHEET, className: "sheet", tabIndex: 0 });
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", say("flower.board"));
  const board = drawingBoard(canvas);
  const keep = made("button", { type: "button", className: "main", textContent: say("flower.keep"), disabled: true });
  const [undo, redo, clear] = ["undo", "redo", "clear"].map((deed) => {
    const button = made("button", { type: "button", textContent: say(`flower.${deed}`) });
    button.addEventListener("click", () => board[deed]());
    return button;
  });
  const tellState = () => {
    undo.disabled = !board.canUndo();
    redo.disabled = !board.canRedo();
    clear.disabled = keep.disabled = board.isEmpty();
  };
  canvas.addEventListener("input", tellState);
  keep.addEventListener("click", async () => {
    const blob = await board.toBlob();
    const drawable = await createImageBitmap(blob);
    board.close();
    place.hidden = true;
    place.replaceChildren();
    take({ blob, bitmap: drawable, alt: say("flower.drawing_alt"), fit: "whole" }, drawable);
  });
  const row = made("p", { className: "row" });
  row.append(undo, redo, clear, keep);
  const hint = made("p", { className: "aside", textContent: say("flower.board") });
  place.replaceChildren(hint, canvas, colours(board), nibs(board), row);
  place.hidden = false;
  tellState();
  canvas.focus();
}

/** Colours to choose from; each is named by its number, and a ring shows which is taken. */
function colours(board) {
  return choices("pen-colour", say("flower.colours"), board.COLOURS, "swatch", (colour, dot) => {
    dot.style.background = colour;
    return () => board.colour(colour);
  });
}

function nibs(board) {
  const chosen = NIBS[1];
  return choices("pen-width", say("flower.width"), board.WIDTHS, "swatch nib", (width, dot, label) => {
    const nib = NIBS[board.WIDTHS.indexOf(width)];
    label.classList.add(nib);
    label.firstElementChild.checked = nib === chosen;
    return () => board.width(width);
  });
}

/** A row of radio buttons under one name. */
function choices(name, legend, values, className, fill) {
  const group = made("fieldset", { className: "tools" });
  group.append(made("legend", { textContent: legend }));
  values.forEach((value, i) => {
    const label = made("label", { className });
    const radio = made("input", { type: "radio", name, checked: i === 0, autocomplete: "off" });
    radio.setAttribute("aria-label", `${legend} ${i + 1}`);
    const dot = made("span", {});
    label.append(radio, dot);
    radio.addEventListener("change", fill(value, dot, label));
    group.append(label);
  });
  return group;
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {object} properties @returns {HTMLElementTagNameMap[T]} */
function made(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
