// A visitor's photo, drawn anew on a canvas: nothing of the file but what can be seen goes on.

import { PAPER } from "./card-layouts.mjs";
import { canvasTells } from "./photo-canary.mjs";
import { header, HEADER_BYTES } from "./photo-header.mjs";
import { asJpeg } from "./photo-jpeg.mjs";
import { LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, QUALITY } from "./photo-limits.mjs";
import { strip } from "./strip.mjs";

export { ACCEPT } from "./photo-limits.mjs";

/**
 * @typedef {{how: "canvas", bitmap: ImageBitmap, blob: Blob} | {how: "stripped", blob: Blob}
 *   | {how: "refused", refused: "heic" | "too_large" | "not_a_picture" | "noise"}} Photo
 */

/** Anything else that a picker lets through is refused by what the bytes say. @param {File} file @returns {Promise<Photo>} */
export async function readPhoto(file) {
  if (file.size > MOST_BYTES) return refused("too_large");
  const { kind, width, height } = header(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()));
  if (kind === "heic") return refused("heic");
  if (kind === "unknown" || width * height === 0) return refused("not_a_picture");
  if (width * height > MOST_PIXELS) return refused("too_large");
  if (await canvasTells()) return drawnAnew(file, width, height);
  return kind === "jpeg" ? stripped(file) : refused("noise");
}

const refused = (code) => ({ how: "refused", refused: code });

/** @returns {Promise<Photo>} */
async function drawnAnew(file, width, height) {
  const decoded = await decode(file, width, height);
  if (!decoded) return refused("not_a_picture");
  const scale = Math.min(1, LONGEST_SIDE / Math.max(decoded.width, decoded.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(Math.round(decoded.width * scale), 1);
  canvas.height = Math.max(Math.round(decoded.height * scale), 1);
  const context = canvas.getContext("2d", { alpha: false });
  context.fillStyle = PAPER; // under what can be seen through
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(decoded, 0, 0, canvas.width, canvas.height);
  decoded.close();
  const blob = await asJpeg(canvas, QUALITY);
  const bitmap = blob && (await createImageBitmap(canvas));
  canvas.width = canvas.height = 0;
  return blob ? { how: "canvas", bitmap, blob } : refused("too_large");
}

/** Turned as its maker held it, and small as soon as it is decoded: 48 megapixels take 270 MB, for a second. */
async function decode(file, width, height) {
  const side = width >= height ? "resizeWidth" : "resizeHeight";
  const smaller = Math.max(width, height) > LONGEST_SIDE ? { [side]: LONGEST_SIDE, resizeQuality: "high" } : {};
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image", ...smaller });
  } catch (error) {
    // Old Safaris know no options; broken files end here as well.
    return error instanceof TypeError ? createImageBitmap(file).catch(() => null) : null;
  }
}

/** @returns {Promise<Photo>} */
async function stripped(file) {
  try {
    const bytes = strip(new Uint8Array(await file.arrayBuffer()));
    return { how: "stripped", blob: new Blob([bytes], { type: "image/jpeg" }) };
  } catch (error) {
    if (error.code) return refused(error.code);
    throw error;
  }
}
