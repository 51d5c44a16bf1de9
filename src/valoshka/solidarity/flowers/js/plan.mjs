// What a seed decides before a line is drawn: palette, season, buds.

import { Stream } from "./chance.mjs";
import { PALETTES, SEASONS } from "./colours.mjs";

export const KINDS = Object.keys(PALETTES);
export const LONGEST_SEED = 64;
const MOST_BUDS = 3;
const SEED = /^(.*?)(?:\.p([0-9]))?(?:\.s([0-9]))?(?:\.b([0-9]))?$/s;
const BUDS_DRAWN = [0, 1, 1, 1, 2, 2];
const USUAL = 4;

/** A flower before it is drawn; `root` begins the label of each of its streams. */
export class Plan {
  /** @param {string} root @param {string} kind @param {number} palette @param {number} season @param {number} buds */
  constructor(root, kind, palette, season, buds) {
    Object.assign(this, { root, kind, palette, season, buds });
    this.petals = PALETTES[kind][palette];
    this.field = SEASONS[season];
    this.greens = this.field.greens;
  }

  /** The chance of one part, which no other part's drawing moves. @param {string} part */
  stream(part) {
    return new Stream(`${this.root}/${part}`);
  }
}

/** A seed or a kind that is not taken; `code` says why: kind, long or broken. */
export class Refused extends Error {
  /** @param {"kind" | "long" | "broken"} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Read a seed: any text up to 64 characters; an ending `.pN.sN.bN` chooses. @param {string} seed @param {string} kind */
export function plan(seed, kind) {
  check(seed, kind);
  const [, name, palette, season, buds] = SEED.exec(seed);
  const [root, palettes] = [`${kind}/${name}`, PALETTES[kind].length];
  const own = new Stream(`${root}/plan`);
  const [ticket, ownSeason, ownBuds] = [own.whole(0, palettes + USUAL - 1), own.whole(0, 3), own.whole(0, 5)];
  return new Plan(
    root,
    kind,
    palette ? palette % palettes : ticket < palettes ? ticket : 0,
    season ? season % SEASONS.length : ownSeason,
    buds ? buds % (MOST_BUDS + 1) : BUDS_DRAWN[ownBuds],
  );
}

function check(seed, kind) {
  const length = [...seed].length;
  if (!KINDS.includes(kind)) {
    const known = `${KINDS.slice(0, -1).join(", ")} or ${KINDS.at(-1)}`;
    throw new Refused("kind", `No flower "${kind.slice(0, 40)}" grows here. Take ${known}.`);
  }
  if (length > LONGEST_SEED) {
    const most = `The seed has ${length} characters, and ${LONGEST_SEED} are the most.`;
    throw new Refused("long", `${most} Take a shorter one.`);
  }
  if (/\p{Cs}/u.test(seed)) {
    const half = "The seed holds half of a character (a broken emoji, or text that is not UTF-8).";
    throw new Refused("broken", `${half} Type it again.`);
  }
}
