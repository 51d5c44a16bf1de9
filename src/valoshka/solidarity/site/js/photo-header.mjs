// What a file says of itself before a pixel is decoded: its kind by its first bytes, and its size in pixels.

import { HEIF_BRANDS } from "./photo-limits.mjs";

/** As many bytes as must be seen: phones put up to 64 KB of metadata, some of them several times, before the frame. */
export const HEADER_BYTES = 1 << 20;

/**
 * @typedef {{kind: "jpeg" | "png" | "webp" | "heic" | "unknown", width: number, height: number}} Header
 * width and height as stored, before turning; 0 where they are not told
 */

/** @param {Uint8Array} bytes the file's beginning @returns {Header} */
export function header(bytes) {
  const text = (at, length) => String.fromCharCode(...bytes.subarray(at, at + length));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text(4, 4) === "ftyp" && HEIF_BRANDS.includes(text(8, 4))) return { kind: "heic", width: 0, height: 0 };
  if (text(0, 3) === "\xff\xd8\xff") return { kind: "jpeg", ...jpegSize(view) };
  if (text(0, 8) === "\x89PNG\r\n\x1a\n" && bytes.length >= 24) {
    return { kind: "png", width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (text(0, 4) === "RIFF" && text(8, 4) === "WEBP" && bytes.length >= 30) {
    return { kind: "webp", ...webpSize(view, text(12, 4)) };
  }
  return { kind: "unknown", width: 0, height: 0 };
}

/** From the first start-of-frame (ITU T.81, B.2.2). @param {DataView} view */
function jpegSize(view) {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else at += 2 + view.getUint16(at + 2);
  }
  return { width: 0, height: 0 };
}

/** RFC 9649, 2.5 to 2.7. @param {DataView} view @param {string} chunk */
function webpSize(view, chunk) {
  if (chunk === "VP8X") return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (chunk === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

const uint24 = (view, at) => view.getUint16(at, true) + view.getUint8(at + 2) * 65536;
