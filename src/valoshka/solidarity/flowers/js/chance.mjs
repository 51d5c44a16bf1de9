// One stream of chance a part of the flower: the same label gives the same numbers in every language.

/** FNV-1a (32 bits) over the label's UTF-8 for the start, mulberry32 for the rest. */
export class Stream {
  /** @param {string} label */
  constructor(label) {
    let state = 2166136261;
    for (const byte of new TextEncoder().encode(label)) state = Math.imul(state ^ byte, 16777619);
    this.state = state;
  }

  /** A number from 0 to below 1. */
  unit() {
    let word = (this.state = (this.state + 0x6d2b79f5) | 0);
    word = Math.imul(word ^ (word >>> 15), word | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
  }

  /** @param {number} low @param {number} high */
  between(low, high) {
    return low + (high - low) * this.unit();
  }

  /** A number near 0, seldom beyond 1 or -1, never beyond 3 or -3. */
  about() {
    return (this.unit() + this.unit() + this.unit() - 1.5) * 2;
  }

  /** A whole number, both ends included. @param {number} low @param {number} high */
  whole(low, high) {
    return low + Math.floor(this.unit() * (high - low + 1));
  }
}
