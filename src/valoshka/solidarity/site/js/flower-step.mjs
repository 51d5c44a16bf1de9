// The flower: grown from a seed, or the visitor's own.

import { describe, freshSeed, grow } from "./flowers.mjs";
import { byId, refusal, told } from "./told.mjs";

/**
 * @param {import("./choice.mjs").Choice} choice @param {import("./stage.mjs").Stage} stage
 * @returns {{ownGone: () => void}} `ownGone` takes a photo or drawing away again
 */
export function flowerStep(choice, stage) {
  const regrow = (changes) => {
    Object.assign(choice, changes, { picture: null });
    const flower = grow(choice.seed, choice.kind);
    stage.show(flower, described(flower));
    choice.set({ flower });
  };
  // A digit beyond the last colour, season or bud begins again from the first.
  const turned = (letter, key) => () => regrow({ ending: { ...choice.ending, [letter]: choice.flower[key] + 1 } });
  byId("another").addEventListener("click", () => regrow({ root: freshSeed(), ending: {} }));
  byId("palette").addEventListener("click", turned("p", "palette"));
  byId("season").addEventListener("click", turned("s", "season"));
  byId("buds").addEventListener("click", turned("b", "buds"));
  for (const radio of document.querySelectorAll('input[name="kind"]')) {
    radio.addEventListener("change", () => regrow({ kind: radio.value, ending: {} }));
  }
  const ownGone = ownPicture(choice, stage, () => regrow({}));
  regrow({});
  return { ownGone };
}

/** A flower in the visitor's language. @param {object} flower what `grow` gave */
export const described = (flower) => describe(flower, told.flowers);

/** Photo and drawing; their modules are fetched when somebody wants them. */
function ownPicture(choice, stage, growAgain) {
  const refused = byId("flower-refusal");
  const back = byId("picture-back");
  const shown = (picture) => {
    byId("growing").hidden = picture;
    back.hidden = !picture;
    refused.textContent = "";
  };
  const put = (picture, drawable) => {
    shown(true);
    stage.picture(drawable, picture.alt, picture.fit);
    choice.set({ picture });
  };
  const photo = /** @type {HTMLInputElement} */ (byId("photo"));
  photo.addEventListener("change", async () => {
    const [file] = photo.files ?? [];
    photo.value = "";
    if (!file) return;
    const { takePhoto } = await import("./picture-step.mjs");
    const answer = await takePhoto(file);
    if (answer.refused) refused.textContent = refusal(answer.refused === "noise" ? "draws_noise" : answer.refused);
    else put(answer.picture, answer.drawable);
  });
  byId("draw").addEventListener("click", async () => {
    const { openBoard } = await import("./picture-step.mjs");
    refused.textContent = "";
    openBoard(byId("board"), put);
  });
  const gone = () => {
    shown(false);
    growAgain();
  };
  byId("grown-again").addEventListener("click", () => {
    gone();
    byId("another").focus();
  });
  return () => choice.picture && gone();
}
