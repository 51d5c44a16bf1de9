// First of all: is the visitor, or their family, where a post is dangerous?

import { byId } from "./told.mjs";

const SHARING = ["step-card", "card-template", "own-picture", "country-row", "run-by"];

/**
 * @param {object} on what follows from the answer
 * @param {() => void} on.elsewhere nobody is at risk: everything may be shown
 * @param {() => void} on.there the visitor wants to send a flower from where it is dangerous
 */
export function askFirst({ elsewhere, there }) {
  const kept = SHARING.map((id) => document.getElementById(id)).filter((each) => each !== null);
  const places = kept.map((each) => document.createComment(each.id));
  byId("answer-no").addEventListener("click", () => {
    answered();
    putBack(kept, places);
    byId("steps").hidden = false;
    elsewhere();
    lead("flower-heading");
  });
  byId("answer-yes").addEventListener("click", () => {
    answered();
    // Out of the document, not only out of sight.
    takeOut(kept, places);
    byId("there").classList.add("shown");
    lead("there-heading");
  });
  document.getElementById("send-there")?.addEventListener("click", () => {
    byId("steps").hidden = false;
    there();
    lead("flower-heading");
  });
  byId("change-answer").addEventListener("click", () => askAgain());
}

function answered() {
  byId("asked").hidden = true;
  byId("change").hidden = false;
}

function askAgain() {
  byId("steps").hidden = true;
  byId("there").classList.remove("shown");
  byId("change").hidden = true;
  byId("asked").hidden = false;
  byId("answer-yes").focus();
}

function takeOut(kept, places) {
  kept.forEach((each, i) => each.isConnected && each.replaceWith(places[i]));
}

function putBack(kept, places) {
  kept.forEach((each, i) => places[i].isConnected && places[i].replaceWith(each));
}

/** @param {string} id a heading, which is then read out and in view */
function lead(id) {
  byId(id).focus({ preventScroll: true });
  byId(id).scrollIntoView({ block: "start" });
}
