/** The desk: one message after the other, decided with one or two keys each. */

import { fetched, refresh } from "./ahead.mjs";
import { Refusal, ask } from "./asking.mjs";
import { coveringKey, isCovering, startCovering } from "./covering.mjs";
import { askNumbered, askText, close, isOpen, panelKey, showKeys } from "./panels.mjs";
import { at, element, say, show, words } from "./showing.mjs";

/** @type {{messages: any[], reasons: any, languages: string[], protects: boolean, unread: number}} */
let list;
let place = 0;
/** @type {any} */
let now = null;
/** @type {string[]} ids in the order in which they were decided here */
const done = [];
let busy = false;
/** @type {(() => unknown) | null} */
let waiting = null;

/** Keys by their place on the keyboard, so that they work under every alphabet. @type {Record<string, [string, string, () => unknown]>} */
const DEEDS = {
  KeyA: ["A", "approve", approve],
  KeyR: ["R", "reject", reject],
  KeyU: ["U", "undo", undo],
  KeyJ: ["J", "next", () => go(beside(1))],
  KeyK: ["K", "previous", () => go(beside(-1))],
  KeyT: ["T", "translate", translate],
  KeyE: ["E", "describe", describe],
  KeyC: ["C", "cover", cover],
  KeyD: ["D", "duplicate", duplicate],
  Slash: ["?", "help", () => showKeys(keysInWords())],
};

/** @type {Set<() => unknown>} */
const DECIDING = new Set([approve, undo, duplicate]);

function keysInWords() {
  return /** @type {[string, string][]} */ (Object.values(DEEDS).map(([key, name]) => [key, words[name]]));
}

/** The place beside this one; after the last comes the first. @param {number} step */
const beside = (step) => (place + step + list.messages.length) % list.messages.length;

/** @param {number} wanted */
async function go(wanted) {
  if (!list.messages.length) return;
  place = wanted;
  const ahead = fetched(list.messages[place].id);
  now = await ahead.message;
  tell("");
  show(now, ahead.image);
  ahead.image?.catch((error) => tell(error instanceof Refusal ? error.message : words.lost, true));
  window.scrollTo(0, 0);
  at("message").focus({ preventScroll: true });
  const next = nextOpen();
  if (next >= 0) fetched(list.messages[next].id);
}

/** The place of the next message that waits, this one left out; -1 if there is none. */
function nextOpen() {
  const count = list.messages.length;
  for (let step = 1; step < count; step += 1) {
    if (!list.messages[(place + step) % count].decision) return (place + step) % count;
  }
  return -1;
}

function approve() {
  if (!now) return;
  if (now.blocked) return tell(words.blocked_why, true);
  const reasoned = (/** @type {boolean} */ hidden) =>
    now.doubts
      ? askNumbered(words.why_stand, list.reasons.stand, (code) => run(() => decide("approve", code, hidden)))
      : decide("approve", "", hidden);
  if (!now.consent) return reasoned(false);
  askNumbered(words.hidden_question, [["hidden", words.hidden_yes]], () => run(() => reasoned(true)));
}

function reject() {
  if (now) askNumbered(words.why_reject, list.reasons.reject, (code) => run(() => decide("reject", code)));
}

function duplicate() {
  return decide("reject", "duplicate");
}

/** @param {string} decision @param {string} reason @param {boolean} [hidden] */
async function decide(decision, reason, hidden = false) {
  if (!now) return;
  const told = await ask("decide", { id: now.id, decision, reason, hidden });
  note(told);
  done.push(told.id);
  const next = nextOpen();
  if (next >= 0) await go(next);
  else {
    show(told, fetched(told.id).image);
    tell(words.finished);
  }
}

async function undo() {
  const id = done.pop() || (now?.decision ? now.id : "");
  if (!id) return tell(words.nothing_to_undo);
  note(await ask("decide", { id, decision: "undo" }));
  await go(list.messages.findIndex((each) => each.id === id));
  tell(words.undone);
}

function translate() {
  if (!now?.texts.words) return;
  const others = list.languages.filter((each) => each !== now.language);
  const own = document.documentElement.lang;
  const sorted = [...others.filter((each) => each === own), ...others.filter((each) => each !== own)];
  askText(words.translation_title, sorted, (language) => now.translations[language] || "",
    (text, language) => run(() => write({ language, text })));
}

function describe() {
  if (now?.shows !== "picture") return tell(words.no_picture);
  askText(words.description_title, [], () => now.alt, (alt) => run(() => write({ alt })));
}

function cover() {
  if (now?.shows !== "picture") return tell(words.no_picture);
  tell("");
  startCovering(now.covers, (covers) => run(() => (covers ? write({ covers }) : go(place))));
}

/** @param {object} what */
async function write(what) {
  const told = await ask("note", { id: now.id, ...what });
  note(told);
  now = told;
  show(told, fetched(told.id).image);
  tell(words.saved);
}

/** @param {any} told a message as it stands now */
function note(told) {
  refresh(told);
  Object.assign(list.messages.find((each) => each.id === told.id), { decision: told.decision });
  count();
}

function count() {
  const decided = list.messages.filter((each) => each.decision).length;
  const all = list.messages.length;
  at("progress").textContent = say("counted", { done: decided, all });
  Object.assign(at("bar"), { max: all || 1, value: decided });
}

/** @param {string} sentence @param {boolean} [refused] */
function tell(sentence, refused = false) {
  at("status").textContent = sentence;
  at("status").classList.toggle("refused", refused);
}

/**
 * One deed at a time; a refusal is told, and nothing else happens. What only opens or moves may wait for its turn;
 * what decides is dropped, because it would decide on a message that nobody has seen yet.
 * @param {() => unknown} deed
 */
async function run(deed) {
  if (busy) {
    if (!DECIDING.has(deed)) waiting = waiting || deed;
    return;
  }
  busy = true;
  try {
    await deed();
  } catch (error) {
    tell(error instanceof Refusal ? error.message : words.lost, true);
  } finally {
    busy = false;
  }
  const next = waiting;
  waiting = null;
  if (next) run(next);
}

function press(/** @type {KeyboardEvent} */ event) {
  if (panelKey(event) || coveringKey(event)) return event.preventDefault();
  // A key that opens a box is waiting for its turn: what is typed meanwhile is meant for the box, and is no command.
  if (waiting) return event.preventDefault();
  const typing = event.target instanceof Element && event.target.matches("textarea, select");
  if (typing || isOpen() || isCovering() || event.ctrlKey || event.metaKey || event.altKey) return;
  const deed = DEEDS[event.key === "?" ? "Slash" : event.code];
  if (!deed) return;
  event.preventDefault();
  run(deed[2]);
}

function layKeys() {
  at("keys").append(...Object.values(DEEDS).map(([key, name, deed]) => {
    const button = element("button", "", name);
    button.setAttribute("type", "button");
    button.append(element("kbd", key), words[name]);
    button.addEventListener("click", () => {
      // An answer or a cover that is half given belongs to this message, and must not reach the next.
      if (isCovering()) return;
      close();
      run(deed);
    });
    return button;
  }));
}

async function start() {
  tell(words.loading);
  list = await ask("list");
  count();
  const notices = [!list.protects && words.unlisted, list.unread && say("unread", { count: list.unread })].filter(Boolean);
  at("notice").hidden = !notices.length;
  at("notice").textContent = notices.join(" ");
  if (!list.messages.length) return tell(words.nothing);
  const first = list.messages.findIndex((each) => !each.decision);
  await go(Math.max(0, first));
  if (first < 0) tell(words.finished);
}

layKeys();
document.addEventListener("keydown", press);
at("close").addEventListener("click", () => run(async () => {
  await ask("../close", {});
  document.body.replaceChildren(element("p", words.closed, "notice"));
}));
run(start);
