/** Questions with numbered answers, and the box to write in: one panel at a time, Esc closes it. */

import { at, element } from "./showing.mjs";

/** @type {{numbers: (() => void)[], saved: (() => void) | null} | null} */
let open = null;

export const isOpen = () => open !== null;

/** @param {string} question @param {[string, string][]} answers codes and words @param {(code: string) => void} answered */
export function askNumbered(question, answers, answered) {
  close();
  const deeds = answers.map(([code]) => () => { close(); answered(code); });
  at("question").textContent = question;
  at("answers").replaceChildren(...answers.map(([, text], place) => {
    const button = element("button", "");
    button.setAttribute("type", "button");
    button.append(element("kbd", String(place + 1)), element("span", text));
    button.addEventListener("click", deeds[place]);
    const line = document.createElement("li");
    line.append(button);
    return line;
  }));
  reveal("asking", { numbers: deeds, saved: null });
  at("answers").querySelector("button")?.focus();
}

/**
 * @param {string} title @param {string[]} languages none: there is nothing to choose
 * @param {(language: string) => string} now what was written before @param {(text: string, language: string) => void} save
 */
export function askText(title, languages, now, save) {
  close();
  const into = /** @type {HTMLSelectElement} */ (at("into"));
  const text = /** @type {HTMLTextAreaElement} */ (at("text"));
  at("writing-title").textContent = title;
  at("choosing").hidden = !languages.length;
  into.replaceChildren(...languages.map((language) => new Option(language, language)));
  into.onchange = () => { text.value = now(into.value); text.lang = into.value; };
  text.value = now(languages[0] || "");
  reveal("writing", { numbers: [], saved: () => { close(); save(text.value, into.value); } });
  text.focus();
}

/** @param {[string, string][]} keys */
export function showKeys(keys) {
  close();
  at("help-keys").replaceChildren(...keys.flatMap(([key, text]) => {
    const name = document.createElement("dt");
    name.append(element("kbd", key));
    return [name, element("dd", text)];
  }));
  reveal("help", { numbers: [], saved: null });
}

/** @param {KeyboardEvent} event @returns {boolean} whether the key was meant for the panel */
export function panelKey(event) {
  if (!open) return false;
  const number = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (event.code === "Escape") close();
  else if (event.code === "Enter" && (event.ctrlKey || event.metaKey) && open.saved) open.saved();
  else if (number && open.numbers[Number(number[1]) - 1]) open.numbers[Number(number[1]) - 1]();
  else return false;
  return true;
}

export function close() {
  for (const each of ["asking", "writing", "help"]) at(each).hidden = true;
  if (open) at("message").focus({ preventScroll: true });
  open = null;
}

/** @param {string} id @param {NonNullable<typeof open>} now */
function reveal(id, now) {
  at(id).hidden = false;
  at(id).scrollIntoView({ block: "nearest" });
  open = now;
}

at("save").addEventListener("click", () => open?.saved?.());
for (const each of document.querySelectorAll(".escape")) each.addEventListener("click", close);
