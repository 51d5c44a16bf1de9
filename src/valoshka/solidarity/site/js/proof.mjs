// The proof of work that the collector asks for (ALTCHA, version 1), found in a worker.

import { NotSent } from "./sending.mjs";

/**
 * @param {{algorithm: string, challenge: string, maxnumber: number, salt: string, signature: string}} challenge
 * @param {(share: number) => void} tell how much has been tried, 0 to 1
 * @param {AbortSignal} signal
 * @returns {Promise<string>} the payload. Rejects with `NotSent`: no_puzzle, proof_wrong, stopped.
 */
export function solve(challenge, tell, signal) {
  // Hashing is only there on https, on .onion and on this computer.
  if (!globalThis.crypto?.subtle) return Promise.reject(new NotSent("no_puzzle"));
  const worker = new Worker(new URL("./proof-worker.mjs", import.meta.url), { type: "module" });
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new NotSent("stopped")));
    worker.addEventListener("error", () => reject(new NotSent("no_puzzle")));
    worker.addEventListener("message", ({ data: { number, share } }) => {
      if (share !== undefined) tell(Math.min(share, 1));
      else if (number < 0) reject(new NotSent("proof_wrong"));
      else resolve(payload(challenge, number));
    });
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}

function payload({ algorithm, challenge, salt, signature }, number) {
  return btoa(JSON.stringify({ algorithm, challenge, salt, signature, number }));
}
