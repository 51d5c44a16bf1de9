// The card: made beforehand, so that sharing follows straight from the tap.

import { makeCard, SIZES } from "./card.mjs";
import { described } from "./flower-step.mjs";
import { altText, canShare, caption, intents, share } from "./share.mjs";
import { byId, say, told } from "./told.mjs";

const AFTER = 500; // milliseconds of quiet before a card is made anew
const NAMES = { x: "X", bluesky: "Bluesky", mastodon: "Mastodon", telegram: "Telegram", whatsapp: "WhatsApp", facebook: "Facebook" };

/** @param {import("./choice.mjs").Choice} choice */
export function cardStep(choice) {
  const template = /** @type {HTMLTemplateElement} */ (byId("card-template"));
  byId("card-made").replaceChildren(template.content.cloneNode(true));
  const card = { size: "portrait", blob: /** @type {Blob | null} */ (null), url: "", turn: 0, seen: false };
  let waiting = 0;
  const renew = () => {
    tellWords(choice);
    clearTimeout(waiting);
    if (card.seen) waiting = setTimeout(() => make(choice, card), AFTER);
  };
  choice.addEventListener("change", renew);
  for (const radio of document.querySelectorAll('input[name="size"]')) {
    radio.addEventListener("change", () => {
      card.size = radio.value;
      make(choice, card);
    });
  }
  actions(card);
  byId("server").addEventListener("input", () => tellWords(choice));
  tellWords(choice);
  whenSeen(byId("step-card"), () => {
    card.seen = true;
    make(choice, card);
  });
}

/** Nothing is drawn before somebody comes near it: phones are slow. */
function whenSeen(element, then) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      then();
    },
    { rootMargin: "600px" },
  );
  watch.observe(element);
}

async function make(choice, card) {
  const turn = (card.turn += 1);
  byId("card-state").textContent = say("card.making");
  try {
    const blob = await makeCard(await wish(choice, card.size));
    if (turn !== card.turn) return;
    URL.revokeObjectURL(card.url);
    Object.assign(card, { blob, url: URL.createObjectURL(blob) });
    show(card);
  } catch (error) {
    if (turn === card.turn) byId("card-state").textContent = say("card.failed");
    if (!error.code) throw error;
  }
}

/** @returns {Promise<import("./card.mjs").Wish>} */
async function wish(choice, size) {
  const { hashtag, handle, dir, language: lang } = told;
  const picture = choice.picture && (choice.picture.bitmap ?? (await createImageBitmap(choice.picture.blob)));
  const drawn = picture ? { picture, fit: choice.picture.fit } : { flower: choice.flower };
  return { size, message: choice.message, hashtag, handle, dir, lang, ...drawn };
}

function show({ blob, url, size }) {
  const picture = /** @type {HTMLImageElement} */ (byId("card-picture"));
  Object.assign(picture, { src: url, width: SIZES[size].width, height: SIZES[size].height });
  picture.hidden = false;
  byId("card-state").textContent = "";
  const save = /** @type {HTMLAnchorElement} */ (byId("save"));
  Object.assign(save, { href: url, download: `${told.name}-${size}.jpg` });
  save.hidden = false;
  byId("share").hidden = !canShare(blob, save.download);
}

/** Caption, description and links follow what was chosen, unless the visitor wrote a description of their own. */
function tellWords(choice) {
  const { hashtag, handle, site } = told;
  const said = caption({ message: choice.message, hashtag, handle });
  const alt = /** @type {HTMLTextAreaElement} */ (byId("alt"));
  const shown = choice.picture?.alt ?? (choice.flower ? described(choice.flower) : "");
  if (alt.dataset.own !== "yes") alt.value = altText(shown, choice.message);
  byId("card-picture").alt = alt.value;
  byId("caption").value = said;
  const mastodon = /** @type {HTMLInputElement} */ (byId("server")).value;
  const links = intents(said, `${site}/${told.language}/`, { mastodon }).map(({ network, href }) => linkTo(network, href));
  byId("networks").replaceChildren(...links);
}

function linkTo(network, href) {
  const link = document.createElement("a");
  Object.assign(link, { href, target: "_blank", rel: "noopener noreferrer", textContent: NAMES[network] ?? network });
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function actions(card) {
  byId("share").addEventListener("click", () => share(card.blob, byId("save").download));
  byId("copy").addEventListener("click", () => copy(byId("caption"), byId("copied")));
  const alt = /** @type {HTMLTextAreaElement} */ (byId("alt"));
  alt.addEventListener("input", () => {
    alt.dataset.own = alt.value.trim() ? "yes" : "";
    byId("card-picture").alt = alt.value;
  });
}

/** @param {HTMLTextAreaElement} from @param {HTMLElement} told */
async function copy(from, told) {
  try {
    await navigator.clipboard.writeText(from.value);
    told.textContent = say("card.copied");
  } catch {
    // Clipboards may be closed to pages; marking the text is the next best thing.
    from.select();
    told.textContent = say("card.copy_failed");
  }
}
