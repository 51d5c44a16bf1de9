// Made from cards/networks.yml by cards/generating.py; change that, not this.
export const NETWORKS = [{"network":"x","href":"https://x.com/intent/tweet?text={text}&url={url}","most":256},
{"network":"bluesky","href":"https://bsky.app/intent/compose?text={all}","most":300},
{"network":"mastodon","href":"https://{host}/share?text={all}","most":500},
{"network":"telegram","href":"https://t.me/share/url?url={url}&text={text}","most":2000},
{"network":"whatsapp","href":"https://wa.me/?text={all}","most":2000},
{"network":"facebook","href":"https://www.facebook.com/sharer.php?u={url}","most":0}];
