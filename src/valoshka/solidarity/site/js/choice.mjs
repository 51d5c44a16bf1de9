// What the visitor has chosen so far. It lives in this page's memory and nowhere else.

import { freshSeed } from "./flowers.mjs";

/**
 * @typedef {object} Picture a photo or a drawing in place of a grown flower
 * @property {Blob} blob @property {ImageBitmap} [bitmap] @property {string} alt @property {"cover" | "whole"} fit
 */

/** Tells of every change by a "change" event. */
export class Choice extends EventTarget {
  /** @param {string} kind @param {Record<string, string>} phrases */
  constructor(kind, phrases) {
    super();
    this.phrases = phrases;
    this.root = freshSeed();
    this.kind = kind;
    /** @type {{p?: number, s?: number, b?: number}} */
    this.ending = {};
    /** @type {Picture | null} */
    this.picture = null;
    this.phrase = "";
    this.own = false;
    this.words = "";
    /** What the seed grew, once it has. @type {ReturnType<typeof import("./flowers.mjs").grow> | null} */
    this.flower = null;
  }

  /** @param {Partial<Choice>} changes */
  set(changes) {
    Object.assign(this, changes);
    this.dispatchEvent(new Event("change"));
  }

  get seed() {
    const { p, s, b } = this.ending;
    const part = (letter, number) => (number === undefined ? "" : `.${letter}${number}`);
    return `${this.root}${part("p", p)}${part("s", s)}${part("b", b)}`;
  }

  get message() {
    return this.own ? this.words.trim() : (this.phrases[this.phrase] ?? "");
  }

  /** Whether nobody has to read it first: a grown flower, with an approved phrase or none. */
  get safe() {
    return !this.picture && !(this.own && this.words.trim());
  }
}
