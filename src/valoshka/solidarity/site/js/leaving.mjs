// The quick exit: the page is emptied at once, then gives its place in the history to a neutral one.

const TWICE_WITHIN = 1500; // milliseconds

/** @param {HTMLAnchorElement} link works by itself as well, without a script */
export function quickExit(link) {
  let last = -Infinity;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(link.href);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (event.timeStamp - last < TWICE_WITHIN) leave(link.href);
    last = event.timeStamp;
  });
}

/** @param {string} neutral */
function leave(neutral) {
  // A slow network must not leave the page standing.
  document.title = "";
  document.body.replaceChildren();
  location.replace(neutral);
}
