// The page: a safe answer first, then a flower, a message, a card, the wall.

import { Choice } from "./choice.mjs";
import { flowerStep } from "./flower-step.mjs";
import { quickExit } from "./leaving.mjs";
import { messageStep } from "./message-step.mjs";
import { askFirst } from "./safety.mjs";
import { Stage } from "./stage.mjs";
import { byId, say, told } from "./told.mjs";

quickExit(/** @type {HTMLAnchorElement} */ (byId("leave")));

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const choice = new Choice(told.kinds[0], told.phrases);
const stage = new Stage(/** @type {HTMLCanvasElement} */ (byId("canvas")), calm);

const { ownGone } = flowerStep(choice, stage);
messageStep(choice);

let giving;
const openGiving = async (there) => {
  if (!told.collector) return;
  byId("give-text").textContent = say(there ? "give.text_there" : "give.text");
  const { giveStep } = await import("./give-step.mjs");
  giving ??= giveStep(choice);
  giving.from(there);
};

let sharing = false;
askFirst({
  async elsewhere() {
    openGiving(false);
    if (sharing) return;
    sharing = true;
    const { cardStep } = await import("./card-step.mjs");
    cardStep(choice);
  },
  there() {
    ownGone(); // a photo may show a face or a place
    openGiving(true);
  },
});
