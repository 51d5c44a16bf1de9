/** Sprite sheets: fetched when they are looked at for a moment, decoded off the main thread, a few of them kept. */

const KEPT = 10;
const AT_ONCE = 3;

export class Sheets {
  /** @param {(leaf: number) => string} address @param {() => void} arrived */
  constructor(address, arrived) {
    this.address = address;
    this.arrived = arrived;
    /** @type {Map<number, ImageBitmap>} the least lately used first */
    this.ready = new Map();
    /** @type {Map<number, AbortController>} */
    this.coming = new Map();
  }

  /** The picture of a leaf, if it is here. @param {number} leaf */
  get(leaf) {
    const bitmap = this.ready.get(leaf);
    if (bitmap) {
      this.ready.delete(leaf);
      this.ready.set(leaf, bitmap);
    }
    return bitmap;
  }

  /** Fetch these, the first first, and give up on all others. @param {number[]} leaves */
  want(leaves) {
    for (const [leaf, control] of this.coming) if (!leaves.includes(leaf)) control.abort();
    for (const leaf of leaves) {
      if (this.coming.size >= AT_ONCE) return;
      if (!this.ready.has(leaf) && !this.coming.has(leaf)) this.fetch(leaf, leaves);
    }
  }

  /** @param {number} leaf @param {number[]} leaves what to look for next */
  async fetch(leaf, leaves) {
    const control = new AbortController();
    this.coming.set(leaf, control);
    try {
      const answer = await fetch(this.address(leaf), { signal: control.signal });
      if (!answer.ok) return;
      this.keep(leaf, await createImageBitmap(await answer.blob()));
      this.arrived();
    } catch {
      // Without its sheet a tile stays blank, and opens all the same.
    } finally {
      this.coming.delete(leaf);
      if (!control.signal.aborted && this.ready.has(leaf)) this.want(leaves);
    }
  }

  /** @param {number} leaf @param {ImageBitmap} bitmap */
  keep(leaf, bitmap) {
    this.ready.set(leaf, bitmap);
    for (const [old, other] of this.ready) {
      if (this.ready.size <= KEPT) break;
      this.ready.delete(old);
      other.close();
    }
  }
}
