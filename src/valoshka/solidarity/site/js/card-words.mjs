// A message in lines: the largest letters that let it fit, broken between words, lines of like length.

import { LEADING, LONGEST_WORD, MOST_PARAGRAPHS } from "./card-layouts.mjs";

/** @typedef {(text: string, size: number) => number} Measure width in pixels of a text in letters of a size */
/** @typedef {{size: number, leading: number, lines: string[], height: number}} Setting */

const ARABIC = /\p{Script=Arabic}/u;

/**
 * The first rung of letters in which the message has no more lines than the rung allows, and no usual word is broken.
 * If there is none, the last rung, and the end of the message is left out behind "…".
 * @param {string} message @param {number} width pixels @param {[number, number][]} rungs size and most lines
 * @param {Measure} measure @param {string} [lang]
 * @returns {Setting}
 */
export function fit(message, width, rungs, measure, lang) {
  const paragraphs = tied(message);
  const leading = ARABIC.test(message) ? LEADING.arabic : LEADING.usual;
  const usual = paragraphs.flatMap((words) => words.split(" ")).filter((word) => word.length <= LONGEST_WORD);
  let lines = [];
  for (const [size, most] of rungs) {
    const broken = usual.some((word) => measure(word, size) > width) && size !== rungs.at(-1)[0];
    if (broken) continue;
    lines = balanced(paragraphs, width, (text) => measure(text, size), lang);
    // High letters take the room of more lines.
    const allowed = Math.floor((most * LEADING.usual) / leading);
    if (lines.length <= Math.max(allowed, 1)) return setting(lines, size, leading);
  }
  const [size, most] = rungs.at(-1);
  const kept = lines.slice(0, Math.max(Math.floor((most * LEADING.usual) / leading), 1));
  kept[kept.length - 1] = shortened(kept.at(-1), width, (text) => measure(text, size));
  return setting(kept, size, leading);
}

/** Which way a message runs: its first letter says, whatever the page around it. @param {string} message @param {"ltr" | "rtl"} otherwise */
export function direction(message, otherwise) {
  const letter = /\p{L}/u.exec(message)?.[0];
  if (!letter) return otherwise;
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter) ? "rtl" : "ltr";
}

/** @returns {Setting} */
const setting = (lines, size, leading) => ({ size, leading, lines, height: lines.length * size * leading });

/**
 * Paragraphs whose shortest words hold on to the next: no line ends in "і", "w" or "a", nor in a sentence's first "Мы".
 * @param {string} message
 */
export function tied(message) {
  const paragraphs = message.split(/[\n\r\u2028\u2029]+/).map((line) => line.trim().replace(/[^\S\u00a0]+/g, " "));
  const said = paragraphs.filter(Boolean);
  const kept = said.length > MOST_PARAGRAPHS ? [said.join(" ")] : said;
  return kept.map((line) =>
    line.replace(/(?<![^\s(„«“])(\p{L}) /gu, "$1\u00a0").replace(/(?<=[.!?…] )(\p{L}{2,3}) /gu, "$1\u00a0"),
  );
}

/** Lines of the narrowest width that needs no more of them. */
function balanced(paragraphs, width, measure, lang) {
  const wrapped = (room) => paragraphs.flatMap((words) => wrap(words, room, measure, lang));
  const count = wrapped(width).length;
  let [low, high] = [width / 2, width];
  for (let i = 0; i < 7; i += 1) {
    const middle = (low + high) / 2;
    if (wrapped(middle).length > count) low = middle;
    else high = middle;
  }
  return wrapped(high);
}

/** As many words a line as its width takes. @returns {string[]} */
function wrap(paragraph, width, measure, lang) {
  const lines = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const pieces = measure(word) <= width ? [word] : broken(word, width, measure, lang);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1);
  }
  return line ? [...lines, line] : lines;
}

/** A word that is wider than a line, in pieces; between letters, never within one. @returns {string[]} */
function broken(word, width, measure, lang) {
  const pieces = [""];
  for (const sign of signs(word, lang)) {
    if (pieces.at(-1) && measure(pieces.at(-1) + sign) > width) pieces.push("");
    pieces[pieces.length - 1] += sign;
  }
  return pieces;
}

/** What a reader takes for one letter each. @returns {string[]} */
function signs(text, lang) {
  if (!globalThis.Intl?.Segmenter) return [...text];
  return Array.from(new Intl.Segmenter(lang || undefined, { granularity: "grapheme" }).segment(text), (each) => each.segment);
}

/** A line that ends in "…", because more would have followed. */
function shortened(line, width, measure) {
  const kept = signs(line);
  while (kept.length > 1 && measure(`${kept.join("")}…`) > width) kept.pop();
  return `${kept.join("").trimEnd()}…`;
}
