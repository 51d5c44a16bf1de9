// A JPEG without its metadata, byte by byte: for browsers whose canvas returns noise (Tor Browser, resistFingerprinting).
// Of the file only what draws the picture is copied: tables, frame and scans (ITU T.81, annex B). JFIF, Adobe and
// orientation are written anew; thumbnails, comments, colour profiles, XMP, IPTC, MPF and whatever follows the end go.

/** A file that is not taken; `code` is one of the collector's. */
export class Unstrippable extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.code = "not_a_picture";
  }
}

const [SOI, EOI, SOS, APP0, APP1, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xee];
// Baseline, extended and progressive; browsers draw no other frame.
const FRAMES = [0xc0, 0xc1, 0xc2];
const [DHT, DQT, DRI] = [0xc4, 0xdb, 0xdd];
const ORIENTATION = 0x0112;
const JFIF = [0xff, APP0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

/**
 * @param {Uint8Array} untrusted a file
 * @returns {Uint8Array} what can be seen of it, turned as it was. Throws `Unstrippable` for what is no whole JPEG.
 */
export function strip(untrusted) {
  if (untrusted[0] !== 0xff || untrusted[1] !== SOI) throw new Unstrippable("This is no JPEG.");
  const seen = { orientation: 1, jfif: false, adobe: -1, frames: 0, scans: 0 };
  /** @type {Uint8Array[]} */
  const kept = [];
  for (let at = 2; ; ) {
    const { marker, start } = nextMarker(untrusted, at);
    if (marker === EOI) break;
    const segment = segmentAt(untrusted, start);
    at = start + segment.length;
    if (draws(marker, segment, seen)) kept.push(Uint8Array.of(0xff, marker), segment);
    else note(marker, segment, seen);
    if (marker === SOS) {
      const end = endOfScan(untrusted, at);
      kept.push(untrusted.subarray(at, end));
      at = end;
    }
  }
  if (seen.frames !== 1 || seen.scans === 0) throw new Unstrippable("This JPEG holds no picture.");
  return joined([Uint8Array.of(0xff, SOI), ...headers(seen), ...kept, Uint8Array.of(0xff, EOI)]);
}

/** Any number of 0xff may stand before a marker. @param {Uint8Array} bytes @param {number} at */
function nextMarker(bytes, at) {
  if (bytes[at] !== 0xff) throw new Unstrippable("This JPEG is broken between two of its parts.");
  while (bytes[at] === 0xff) at += 1;
  if (at >= bytes.length) throw new Unstrippable("This JPEG is cut short.");
  return { marker: bytes[at], start: at + 1 };
}

/** A segment from its length on. @param {Uint8Array} bytes @param {number} start */
function segmentAt(bytes, start) {
  const length = start + 2 <= bytes.length ? bytes[start] * 256 + bytes[start + 1] : 0;
  if (length < 2 || start + length > bytes.length) throw new Unstrippable("This JPEG is cut short.");
  return bytes.subarray(start, start + length);
}

/** Whether a segment is needed to draw; one that is must hold nothing besides. */
function draws(marker, segment, seen) {
  if (FRAMES.includes(marker)) seen.frames += 1;
  if (marker === SOS) seen.scans += 1;
  const whole = WHOLE.get(marker);
  if (!whole) return false;
  if (!whole(segment)) throw new Unstrippable("A table of this JPEG is broken.");
  return true;
}

/** Each part that draws → whether it is as long as what it says. @type {Map<number, (segment: Uint8Array) => boolean>} */
const WHOLE = new Map([
  ...FRAMES.map((frame) => [frame, (segment) => segment.length === 8 + 3 * segment[7]]),
  [SOS, (segment) => segment.length === 6 + 2 * segment[2]],
  [DRI, (segment) => segment.length === 4],
  [DQT, (segment) => fills(segment, (at) => 1 + (segment[at] >> 4 ? 128 : 64))],
  [DHT, (segment) => fills(segment, (at) => 17 + segment.subarray(at + 1, at + 17).reduce((sum, n) => sum + n, 0))],
]);

/** Whether tables of the lengths that they tell fill the segment. */
function fills(segment, lengthAt) {
  let at = 2;
  while (at < segment.length) at += lengthAt(at);
  return at === segment.length;
}

/** Remember what a part that is left out says of how to draw. */
function note(marker, segment, seen) {
  if (marker === APP0 && says(segment, "JFIF\0")) seen.jfif = true;
  else if (marker === APP14 && says(segment, "Adobe") && segment.length >= 14) seen.adobe = Math.min(segment[13], 2);
  else if (marker === APP1 && says(segment, "Exif\0")) seen.orientation = orientation(segment.subarray(8));
  else if (marker < APP0 || (marker > 0xef && marker !== 0xfe)) {
    throw new Unstrippable("This JPEG is of a kind that browsers do not draw.");
  }
}

const says = (segment, word) => [...word].every((letter, i) => segment[2 + i] === letter.charCodeAt(0));

/** 1 to 8, from a TIFF header's first directory (Exif 2.32, 4.6.4); 1 if it is broken. @param {Uint8Array} tiff */
function orientation(tiff) {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const short = (at) => (at + 2 <= tiff.length ? view.getUint16(at, little) : 0);
  const directory = tiff.length >= 8 ? view.getUint32(4, little) : 0;
  const entries = short(directory);
  for (let i = 0, at = directory + 2; i < entries && at + 12 <= tiff.length; i += 1, at += 12) {
    if (short(at) === ORIENTATION) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : 1;
  }
  return 1;
}

/** Where a scan's data end: at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes, at) {
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) throw new Unstrippable("This JPEG is cut short.");
    const next = bytes[at + 1];
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 2;
  }
}

/** What must be told to draw rightly, in bytes of our own. @returns {Uint8Array[]} */
function headers({ jfif, adobe, orientation: turned }) {
  const parts = [];
  if (jfif) parts.push(Uint8Array.from(JFIF));
  if (turned > 1) parts.push(Uint8Array.from(exif(turned)));
  if (adobe >= 0) parts.push(Uint8Array.of(0xff, APP14, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, adobe));
  return parts;
}

/** Exif of one entry, the orientation. @param {number} turned */
const exif = (turned) => [
  ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0], // "Exif"
  ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1], // big-endian, one entry at 8
  ...[ORIENTATION >> 8, ORIENTATION & 255, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0],
];

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
