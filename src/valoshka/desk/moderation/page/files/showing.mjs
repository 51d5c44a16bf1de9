/** One message on the page. Words are always set as text, never as markup. */

/** @param {string} id */
export const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
export const words = JSON.parse(at("told").textContent || "{}");

/** @param {string} key @param {Record<string, unknown>} [values] */
export function say(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => String(values[name]));
}

/** @param {string} tag @param {string} text @param {string} [kind] */
export function element(tag, text, kind = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

/** @param {any} told @param {Promise<string> | null} image */
export function show(told, image) {
  at("message").hidden = false;
  at("message").classList.toggle("plain", !told.shows);
  at("meta").textContent = meta(told);
  showWords(told);
  at("phrase").hidden = !told.phrase;
  at("phrase").textContent = told.phrase ? say("phrase", { phrase: told.phrase }) : "";
  showVerdict(told);
  at("findings").replaceChildren(...hints(told), ...told.findings.map(finding));
  at("notes").replaceChildren(...notes(told));
  showPicture(told, image);
}

/** @param {any} told */
function meta(told) {
  const country = told.country && say("country", { country: told.country });
  return [told.day, say("language", { language: told.language }), country, told.id].filter(Boolean).join(" · ");
}

/** @param {any} told */
function showWords(told) {
  const box = at("words");
  const pieces = told.words.map(([/** @type {string} */ text, /** @type {string} */ tier]) =>
    tier ? element("mark", text, tier) : document.createTextNode(text));
  box.replaceChildren(...pieces);
  box.lang = told.language;
  const length = box.textContent?.length || 0;
  box.className = length ? (length > 180 ? "long" : "") : "none";
  if (!length) box.textContent = words.no_words;
}

/** @param {any} told */
function showVerdict(told) {
  const said = told.published ? words.published : { approve: words.approved, reject: words.rejected }[/** @type {"approve"} */ (told.decision)];
  at("verdict").hidden = !said;
  at("verdict").className = `verdict ${told.decision}`;
  at("verdict").textContent = said ? [said, told.who].filter(Boolean).join(", ") : "";
}

/** @param {any} told */
function hints(told) {
  const found = [];
  if (told.blocked) found.push(element("li", words.blocked_why, "hint"));
  else if (told.doubts) found.push(element("li", say("doubts", { count: told.doubts }), "hint"));
  if (told.consent) found.push(element("li", say("found", { how: told.consent }), "hint"));
  if (told.alike.length) found.push(element("li", say("alike", { count: told.alike.length }), "hint"));
  return found;
}

/** @param {any} each */
function finding(each) {
  const line = element("li", "", each.tier);
  line.append(element("strong", each.tier === "block" ? words.blocked : words.doubt), ". ");
  if (each.text) line.append(element("q", each.text), " ");
  line.append(each.why, " ", element("span", each.instead));
  if (each.person) line.append(" ", element("span", `(${each.person})`, "id"));
  return line;
}

/** @param {any} told */
function notes(told) {
  const lines = [];
  for (const [language, text] of Object.entries(told.translations)) {
    const said = element("dd", String(text));
    said.lang = language;
    said.dir = "auto";
    lines.push(element("dt", say("translation", { language })), said);
  }
  if (told.alt) lines.push(element("dt", words.description), element("dd", told.alt));
  return lines;
}

let shown = "";

/** The picture comes when it comes; nobody's keys wait for it. @param {any} told @param {Promise<string> | null} image */
async function showPicture(told, image) {
  const before = shown;
  shown = told.id;
  const picture = /** @type {HTMLImageElement} */ (at("image"));
  at("shown").hidden = !told.shows;
  at("covers").replaceChildren(...told.covers.map((/** @type {number[]} */ cover) => coverBox(cover)));
  const covered = told.covers.length ? ` ${say("covers_kept", { count: told.covers.length })}` : "";
  at("look").textContent = told.shows === "picture" ? words.look + covered : "";
  picture.alt = told.alt || "";
  if (before !== told.id) picture.removeAttribute("src");
  const address = await image;
  if (address && shown === told.id) picture.src = address;
}

/** @param {number[]} cover thousandths: left, top, width, height */
export function coverBox([left, top, width, height]) {
  const box = document.createElement("div");
  for (const [edge, value] of Object.entries({ left, top, width, height })) box.style.setProperty(edge, `${value / 10}%`);
  return box;
}
