// A canvas as a JPEG that holds nothing but the picture: browsers put profiles of their own beside it.

import { strip } from "./strip.mjs";

/** @param {HTMLCanvasElement} canvas @param {number} quality per cent @returns {Promise<Blob | null>} null: too large */
export async function asJpeg(canvas, quality) {
  const drawn = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality / 100));
  // A browser that knows no JPEG gives a PNG.
  if (drawn?.type !== "image/jpeg") return null;
  return new Blob([strip(new Uint8Array(await drawn.arrayBuffer()))], { type: "image/jpeg" });
}
