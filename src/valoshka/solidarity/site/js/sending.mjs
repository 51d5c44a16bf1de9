// One flower or message on its way to the collector. Nothing is lost if it does not arrive: the page keeps it.

import { solve } from "./proof.mjs";

/** Why something did not arrive: one of the collector's codes, or unreachable, no_puzzle, stopped. */
export class NotSent extends Error {
  /** @param {string} code */
  constructor(code) {
    super(`Not sent: ${code}.`);
    this.code = code;
  }
}

// A proof that was used or has grown old is no fault of the visitor's: one more is made by itself.
const ONCE_MORE = ["proof_used", "proof_wrong"];

/**
 * @param {string} collector @param {Offer} offer
 * @param {(share: number | null) => void} tell progress of the puzzle; null once it is being sent
 * @param {AbortSignal} signal
 * @returns {Promise<"given" | "waiting">} Rejects with `NotSent`.
 *
 * @typedef {{seed: string, kind: string, phrase: string, words: string, picture: Blob | null, safe: boolean,
 *   language: string, country: string}} Offer
 */
export async function send(collector, offer, tell, signal) {
  try {
    return await sendOnce(collector, offer, tell, signal);
  } catch (error) {
    if (!(error instanceof NotSent && ONCE_MORE.includes(error.code))) throw error;
    return sendOnce(collector, offer, tell, signal);
  }
}

async function sendOnce(collector, offer, tell, signal) {
  const challenge = await answered(fetch(`${collector}/challenge`, { ...QUIETLY, signal }), signal);
  const altcha = await solve(challenge, tell, signal);
  tell(null);
  const [path, request] = offer.safe ? flower(offer, altcha) : message(offer, altcha);
  const { answer } = await answered(fetch(`${collector}/${path}`, { ...QUIETLY, ...request, signal }), signal);
  return answer;
}

/** @type {RequestInit} */
const QUIETLY = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", redirect: "error" };

function flower({ seed, kind, phrase, language, country }, altcha) {
  const body = JSON.stringify({ seed, kind, phrase, language, country, altcha });
  return ["flower", { method: "POST", body, headers: { "Content-Type": "application/json" } }];
}

function message({ seed, kind, phrase, words, picture, language, country }, altcha) {
  const body = new FormData();
  const fields = picture ? { phrase, words, language, country } : { seed, kind, phrase, words, language, country };
  for (const [name, value] of Object.entries({ ...fields, altcha })) body.set(name, value);
  // Never the file's own name, which may tell of its maker.
  if (picture) body.set("picture", picture, "picture.jpg");
  return ["message", { method: "POST", body }];
}

/** @param {Promise<Response>} asked @param {AbortSignal} signal */
async function answered(asked, signal) {
  try {
    const response = await asked;
    const said = await response.json();
    if (!response.ok) throw new NotSent(said.refused ?? "unforeseen");
    return said;
  } catch (error) {
    if (error instanceof NotSent) throw error;
    if (signal.aborted) throw new NotSent("stopped");
    throw new NotSent(error instanceof SyntaxError ? "unforeseen" : "unreachable");
  }
}
