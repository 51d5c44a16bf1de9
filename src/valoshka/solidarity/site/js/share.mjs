// Handing a card on: the phone's own share sheet with the file alone, and links that begin a post.

import { NETWORKS } from "./share-networks.mjs";

/** Whether the phone takes this file. @param {Blob} blob @param {string} [name] */
export function canShare(blob, name = "card.jpg") {
  return navigator.canShare?.({ files: [asFile(blob, name)] }) ?? false;
}

/**
 * Open the share sheet with the file alone: text beside a file makes iOS and WhatsApp drop the file. Call it straight
 * from the click, with a blob made before. Its promise is not waited for: on some phones it never settles.
 * @param {Blob} blob @param {string} [name]
 */
export function share(blob, name = "card.jpg") {
  navigator.share({ files: [asFile(blob, name)] }).catch(() => {
    // Closing the sheet is a choice, not a fault.
  });
}

const asFile = (blob, name) => new File([blob], name, { type: blob.type });

/**
 * Links that begin a post with a text and the action's address, where a network has such a link; too long a text is
 * cut between words for the network that would refuse it. Mastodon needs to know the visitor's own server.
 * @param {string} text @param {string} url @param {{mastodon?: string}} [own] what the visitor typed as their server
 * @returns {{network: string, href: string}[]}
 */
export function intents(text, url, own = {}) {
  const host = mastodonHost(own.mastodon ?? "");
  const possible = NETWORKS.filter(({ href }) => host || !href.includes("{host}"));
  return possible.map(({ network, href, most }) => {
    const said = shortened(text, most - (href.includes("{all}") ? url.length + 2 : 0));
    const filled = { text: said, url, all: said ? `${said}\n\n${url}` : url, host };
    return { network, href: href.replace(/\{(\w+)\}/g, (_, part) => encodeURIComponent(filled[part])) };
  });
}

/**
 * The server in whatever a visitor types: "mastodon.social", "@anna@mastodon.social", an address. Empty if there is none.
 * @param {string} typed
 */
export function mastodonHost(typed) {
  const host = typed.trim().replace(/^https?:\/\//i, "").replace(/[/?#].*$/s, "").replace(/^.*@/, "").toLowerCase();
  return /^(?=.{4,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u.test(host) ? host : "";
}

/** At most so many characters: the first part is cut between words, hashtag and handle below it stay. */
function shortened(text, most) {
  if (most <= 0) return "";
  if ([...text].length <= most) return text;
  const at = text.lastIndexOf("\n\n");
  const tags = at < 0 || text.length - at > most / 2 ? "" : text.slice(at);
  const cut = [...text.slice(0, tags ? at : undefined)].slice(0, most - 1 - tags.length).join("");
  return `${cut.replace(/\s+\S*$/u, "")}…${tags}`;
}

/** What is posted beside the card: the message, then hashtag and handle. */
export function caption({ message, hashtag, handle = "" }) {
  const tags = [hashtag && `#${pascalCase(hashtag)}`, handle].filter(Boolean).join(" ");
  return [message.trim(), tags].filter(Boolean).join("\n\n");
}

/** "stand with Belarus" → "StandWithBelarus": screen readers read hashtags by their capitals. @param {string} hashtag */
export function pascalCase(hashtag) {
  const words = hashtag.replace(/^#+/, "").split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  return words.map((word) => word.replace(/^./u, (first) => first.toUpperCase())).join("");
}

/** What a card shows, for whoever cannot see it: the picture described, then the message. */
export function altText(described, message) {
  return [described.trim(), message.trim()].filter(Boolean).join(" ");
}
