// Giving the flower to the wall.

import { send } from "./sending.mjs";
import { byId, refusal, say, told } from "./told.mjs";

/** @param {import("./choice.mjs").Choice} choice */
export function giveStep(choice) {
  const country = /** @type {HTMLSelectElement} */ (byId("country") ?? document.createElement("select"));
  offerCountries(country);
  let anonymous = false;
  const offer = () => ({
    seed: choice.seed,
    kind: choice.kind,
    phrase: choice.own ? "" : choice.phrase,
    words: choice.own ? choice.words.trim() : "",
    picture: choice.picture?.blob ?? null,
    safe: choice.safe,
    language: told.language,
    country: anonymous ? "" : country.value,
  });
  const button = /** @type {HTMLButtonElement} */ (byId("give"));
  button.addEventListener("click", () => give(button, offer()));
  button.disabled = false;
  choice.addEventListener("change", () => {
    byId("reads-first").hidden = choice.safe;
    if (!button.disabled) settle(button, "", "");
  });
  return { from: (there) => (anonymous = there) };
}

async function give(button, offer) {
  const stopping = new AbortController();
  const stop = byId("stop");
  const halt = () => stopping.abort();
  stop.addEventListener("click", halt, { once: true });
  settle(button, "", "");
  button.disabled = true;
  stop.hidden = byId("working").hidden = false;
  tell(0);
  stop.focus();
  try {
    const answer = await send(told.collector, offer, tell, stopping.signal);
    settle(button, say(`give.${answer}`), "");
    button.textContent = say("give.again");
  } catch (error) {
    const code = error.code ?? "unforeseen";
    settle(button, "", code === "stopped" ? say("give.stopped") : refusal(code));
  } finally {
    stop.removeEventListener("click", halt);
    stop.hidden = byId("working").hidden = true;
    button.disabled = false;
    button.focus();
  }
}

function settle(button, given, refused) {
  byId("given").textContent = given;
  byId("give-refusal").textContent = refused;
  button.textContent = say("give.button");
}

/** @param {number | null} share of the puzzle; null while it is being sent */
function tell(share) {
  const percent = Math.round((share ?? 1) * 100);
  byId("progress").value = percent;
  byId("progress-said").textContent = share === null ? say("give.sending") : say("give.working", { percent });
}

/** Every country in the visitor's own language, but those at risk: that somebody there took part is nobody's to know. */
function offerCountries(select) {
  const names = new Intl.DisplayNames([told.language], { type: "region" });
  const offered = told.countries.map((code) => ({ code, name: names.of(code) ?? code }));
  offered.sort((one, other) => one.name.localeCompare(other.name, told.language));
  for (const { code, name } of offered) select.append(new Option(name, code));
}
