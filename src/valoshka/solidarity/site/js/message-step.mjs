// The message: an approved phrase, or the visitor's own words.

import { byId, say } from "./told.mjs";

const MOST = 500; // as the collector counts at most

/** @param {import("./choice.mjs").Choice} choice */
export function messageStep(choice) {
  const words = /** @type {HTMLTextAreaElement} */ (byId("words"));
  const tellLeft = () => {
    byId("words-left").textContent = say("message.left", { left: MOST - words.value.length });
  };
  for (const radio of document.querySelectorAll('input[name="phrase"]')) {
    radio.addEventListener("change", () => {
      const own = radio.id === "own";
      byId("own-words").hidden = !own;
      choice.set({ own, phrase: own ? choice.phrase : radio.value });
      if (own) words.focus();
    });
  }
  words.addEventListener("input", () => {
    tellLeft();
    choice.set({ words: words.value });
  });
  choice.addEventListener("change", () => {
    if (byId("said").textContent !== choice.message) byId("said").textContent = choice.message;
  });
  tellLeft();
}
