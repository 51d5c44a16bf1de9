// What a flower is drawn with: paths, each filled or outlined in one flat, translucent colour.

/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number]} Colour red, green and blue, 0 to 255 */
/** @typedef {[string, number[]][]} Path letters of SVG's path grammar (M l q t z) with their whole numbers */
/** @typedef {{path: Path, fill: string, fillOpacity: number, stroke: string, strokeOpacity: number, width: number}} Mark */

/** @type {Colour} */
export const WHITE = [255, 255, 255];

/** The marks so far, the lowest first. */
export class Ink {
  /** @type {Mark[]} */
  marks = [];

  /** @param {Path} path @param {Colour} colour @param {number} opacity per cent */
  fill(path, colour, opacity) {
    this.marks.push({ path, fill: hexed(colour), fillOpacity: opacity, stroke: "", strokeOpacity: 0, width: 0 });
  }

  /** @param {Path} path @param {Colour} colour @param {number} width @param {number} opacity */
  line(path, colour, width, opacity) {
    this.shape(path, null, 0, colour, width, opacity);
  }

  /**
   * @param {Path} path @param {Colour | null} colour @param {number} opacity
   * @param {Colour} edge @param {number} width @param {number} edgeOpacity
   */
  shape(path, colour, opacity, edge, width, edgeOpacity) {
    const fill = colour ? hexed(colour) : "";
    const thick = Math.max(whole(width), 2);
    this.marks.push({ path, fill, fillOpacity: opacity, stroke: hexed(edge), strokeOpacity: edgeOpacity, width: thick });
  }
}

/** The nearest whole number; halves go up. @param {number} number */
export const whole = (number) => Math.floor(number + 0.5);

/** @param {Colour} one @param {Colour} other @param {number} share @returns {Colour} */
export const mixed = ([r, g, b], other, share) => [
  r + (other[0] - r) * share,
  g + (other[1] - g) * share,
  b + (other[2] - b) * share,
];

/** @param {Colour} colour */
const hexed = (colour) =>
  colour.map((part) => Math.min(Math.max(whole(part), 0), 255).toString(16).padStart(2, "0")).join("");
