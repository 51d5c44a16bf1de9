// The card's letters: fetched from the action's own site when the first card is made, never before.

const FACES = [
  { family: "Card Text", file: "card-text.woff", needed: /[\p{L}\p{N}\p{P}]/u },
  { family: "Card Arabic", file: "card-arabic.woff", needed: /\p{Script=Arabic}/u },
  { family: "Card Interface", file: "card-interface.woff", needed: /[\p{L}\p{N}\p{P}]/u },
];
/** @type {Map<string, Promise<void>>} */
const asked = new Map();

export const WORDS = '"Card Text", "Card Arabic", Georgia, "Noto Naskh Arabic", "Geeza Pro", serif';
export const FOOT = '"Card Interface", "Card Arabic", system-ui, sans-serif';

/** Ready when every face that a text needs is there, or cannot be had: then the visitor's own letters stand in. */
export function lettersFor(text) {
  const needed = FACES.filter((face) => face.needed.test(text));
  return Promise.all(needed.map((face) => asked.get(face.family) ?? asked.set(face.family, load(face)).get(face.family)));
}

async function load({ family, file }) {
  const face = new FontFace(family, `url(${new URL(`../fonts/${file}`, import.meta.url).href})`, { weight: "600" });
  try {
    document.fonts.add(await face.load());
  } catch {
    // Tor's safest level and broken connections give no fonts: a card in other letters is still a card.
  }
}
