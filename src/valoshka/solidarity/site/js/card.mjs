// A card to share: picture, message, hashtag. Drawn on a canvas, given as a JPEG without a byte of metadata.

import { AIR, MARK, MOST_BYTES, PALETTES, QUALITIES, SIZES } from "./card-layouts.mjs";
import { drawFlower, drawPhoto } from "./card-picture.mjs";
import { FOOT, lettersFor, WORDS } from "./card-type.mjs";
import { direction, fit } from "./card-words.mjs";
import { canvasTells } from "./photo-canary.mjs";
import { asJpeg } from "./photo-jpeg.mjs";

export { PALETTES, SIZES } from "./card-layouts.mjs";

/** No card; `code` says why: noise (the browser falsifies canvases) or no_room (it gives no canvas of this size). */
export class CardRefused extends Error {
  /** @param {"noise" | "no_room"} code */
  constructor(code) {
    super(`No card could be drawn: ${code}.`);
    this.code = code;
  }
}

/**
 * @typedef {object} Wish
 * @property {"portrait" | "square" | "story" | "link"} size
 * @property {object} [flower] what `grow` gave
 * @property {CanvasImageSource & {width: number, height: number}} [picture] in place of a flower
 * @property {"cover" | "whole"} [fit] how a picture fills its zone; a drawing wants "whole"
 * @property {string} message @property {string} hashtag without "#" @property {string} [handle]
 * @property {"ltr" | "rtl"} dir @property {string} lang @property {"paper" | "cornflower" | "ink"} [palette]
 */

/** @param {Wish} wish @returns {Promise<Blob>} an sRGB JPEG below 950 KB. Rejects with `CardRefused`. */
export async function makeCard(wish) {
  if (!(await canvasTells())) throw new CardRefused("noise");
  await lettersFor(`${wish.message}${wish.hashtag}${wish.handle ?? ""}`);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: SIZES[wish.size].width, height: SIZES[wish.size].height });
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new CardRefused("no_room");
  drawCard(context, wish);
  const blob = await lightEnough(canvas);
  canvas.width = canvas.height = 0; // phones count canvases, and free them late
  return blob;
}

/** @param {CanvasRenderingContext2D} context @param {Wish} wish */
function drawCard(context, wish) {
  const size = SIZES[wish.size];
  const colours = PALETTES[wish.palette ?? "paper"];
  context.textRendering = "geometricPrecision"; // or pairs are not kerned across a space
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, size.width, size.height);
  const frame = size.arrangement === "beside" ? beside(size, wish.dir) : above(size);
  const words = setWords(context, wish, frame);
  const { zone, covered } = frame.zone(words.height);
  if (wish.flower) drawFlower(context, wish.flower, zone, covered);
  else drawPhoto(context, wish.picture, zone, wish.fit);
  drawWords(context, words, frame.firstLine(words.height), frame, colours.words);
  drawFoot(context, wish, frame, colours);
}

/** The picture fills what the words leave above them. */
function above({ width, height, safe, margin, foot, rungs }) {
  const footTop = safe[1] - margin * AIR.below_foot - foot;
  const firstLine = (words) => footTop - margin * AIR.above_foot - words;
  const zone = (words) => ({
    zone: { x: 0, y: 0, width, height: Math.round(firstLine(words) - margin * AIR.above_words) },
    covered: safe[0],
  });
  return { left: margin, right: width - margin, rungs, foot, footTop, firstLine, zone };
}

/** The picture stands where a reader begins, the words beside it, midway. */
function beside({ width, height, margin, foot, rungs, picture }, dir) {
  const x = dir === "rtl" ? width - picture : 0;
  const left = dir === "rtl" ? margin : picture + margin;
  const footTop = height - margin * AIR.below_foot - foot;
  const firstLine = (words) => Math.max((margin + footTop - margin * AIR.above_foot - words) / 2, margin * 0.6);
  const zone = () => ({ zone: { x, y: 0, width: picture, height }, covered: 0 });
  return { left, right: left + width - picture - 2 * margin, rungs, foot, footTop, firstLine, zone };
}

function setWords(context, { message, lang, dir }, { left, right, rungs }) {
  const runs = direction(message, dir);
  context.direction = runs;
  const measure = (text, size) => {
    context.font = `600 ${size}px ${WORDS}`;
    return context.measureText(text).width;
  };
  return { ...fit(message, right - left, rungs, measure, lang), runs };
}

function drawWords(context, { lines, size, leading, runs }, top, { left, right }, colour) {
  context.font = `600 ${size}px ${WORDS}`;
  context.fillStyle = colour;
  context.direction = runs;
  context.textAlign = "start";
  context.textBaseline = "alphabetic";
  lines.forEach((line, i) => {
    const middle = top + (i + 0.5) * size * leading;
    context.fillText(line, runs === "rtl" ? right : left, middle + size * 0.33);
  });
}

/** Mark and hashtag where a reader begins, the handle where they end, if there is room for both. */
function drawFoot(context, { hashtag, handle, dir }, { left, right, foot, footTop }, colours) {
  const [start, towards] = dir === "rtl" ? [right, -1] : [left, 1];
  drawMark(context, dir === "rtl" ? right - foot * 1.35 : left, footTop - foot * 0.175, foot * 1.35, colours.mark);
  const tag = `#${hashtag}`;
  const room = right - left - foot * 1.9;
  context.font = `600 ${foot}px ${FOOT}`;
  const size = Math.min(foot, (foot * room) / context.measureText(tag).width);
  const base = footTop + foot * 0.86;
  // A hashtag and a handle are Latin or Cyrillic, and read from their sign on, in every card.
  context.direction = "ltr";
  context.textAlign = dir === "rtl" ? "right" : "left";
  context.font = `600 ${size}px ${FOOT}`;
  context.fillStyle = colours.tag;
  context.fillText(tag, start + towards * foot * 1.9, base);
  const taken = context.measureText(tag).width + foot * 1.5;
  if (!handle || taken + context.measureText(handle).width > room) return;
  context.textAlign = dir === "rtl" ? "left" : "right";
  context.fillStyle = colours.handle;
  context.fillText(handle, dir === "rtl" ? left : right, base);
}

function drawMark(context, x, y, side, colour) {
  context.save();
  context.translate(x, y);
  context.scale(side / 100, side / 100);
  context.fillStyle = colour;
  context.fill(new Path2D(MARK));
  context.restore();
}

/** The best quality whose file is small enough to be sent on. @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
async function lightEnough(canvas) {
  for (const quality of QUALITIES) {
    const blob = await asJpeg(canvas, quality);
    if (blob && blob.size < MOST_BYTES) return blob;
  }
  throw new CardRefused("no_room");
}
