// Solves the collector's puzzle beside the page: which number, hashed behind the salt, gives the challenge?

const BATCH = 512;
const encoder = new TextEncoder();

self.addEventListener("message", async ({ data: { salt, challenge, maxnumber } }) => {
  const wanted = Uint8Array.from(challenge.match(/../g), (pair) => parseInt(pair, 16));
  for (let first = 0; first <= maxnumber; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, maxnumber - first + 1) }, (_, i) => first + i);
    const digests = await Promise.all(numbers.map((n) => crypto.subtle.digest("SHA-256", encoder.encode(salt + n))));
    const found = digests.findIndex((digest) => same(new Uint8Array(digest), wanted));
    if (found >= 0) return self.postMessage({ number: first + found });
    self.postMessage({ share: (first + BATCH) / maxnumber });
  }
  return self.postMessage({ number: -1 });
});

/** @param {Uint8Array} one @param {Uint8Array} other */
const same = (one, other) => one.every((byte, i) => byte === other[i]);
