// What the page was built with: the action's terms, and every sentence in the visitor's language.

const element = /** @type {HTMLElement} */ (document.getElementById("told"));

export const told = JSON.parse(element.textContent ?? "{}");

// In memory it serves the page; in the document it would still say the hashtag to whoever looks at the source.
element.remove();
for (const still of document.querySelectorAll("noscript")) still.remove();

/** A sentence by its key, such as "card.copied"; `{…}` filled in. @param {string} key @param {Record<string, string | number>} [values] */
export function say(key, values = {}) {
  const sentence = key.split(".").reduce((within, part) => within?.[part], told.said);
  return String(sentence ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** Why something was not taken. @param {string} code */
export const refusal = (code) => say(`refused.${code}`) || say("refused.unforeseen");

/** @template {HTMLElement} T @param {string} id @returns {T} */
export const byId = (id) => /** @type {T} */ (document.getElementById(id));
