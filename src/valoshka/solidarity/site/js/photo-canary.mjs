// Whether a canvas tells the truth. Tor Browser, resistFingerprinting and Brave change what is read back, so that a
// photo drawn anew would be noise. Known pixels are read back first, and once more through a file.

import { CANARY_SIDE } from "./photo-limits.mjs";

/** @type {Promise<boolean> | undefined} */
let told;

/** True if what is drawn comes back unchanged, straight and through `toBlob`. Asked once a page. */
export function canvasTells() {
  told ??= canary();
  return told;
}

async function canary() {
  const known = pattern();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = CANARY_SIDE;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return false;
  context.putImageData(new ImageData(known, CANARY_SIDE, CANARY_SIDE), 0, 0);
  if (!same(known, read(context))) return false;
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) return false;
  const bitmap = await createImageBitmap(blob);
  context.clearRect(0, 0, CANARY_SIDE, CANARY_SIDE);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return same(known, read(context));
}

/** Opaque pixels of every lightness, each unlike its neighbours: noise hides in flat colour. */
function pattern() {
  const pixels = new Uint8ClampedArray(CANARY_SIDE * CANARY_SIDE * 4);
  for (let i = 0, state = 20; i < pixels.length; i += 1) {
    state = (state * 48271) % 2147483647; // Park and Miller, CACM 31, 1988
    pixels[i] = i % 4 === 3 ? 255 : state & 255;
  }
  return pixels;
}

const read = (context) => context.getImageData(0, 0, CANARY_SIDE, CANARY_SIDE).data;

const same = (one, other) => one.every((part, i) => part === other[i]);
