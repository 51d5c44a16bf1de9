/** The dialog that shows one flower with its message, taken from the page on which it stands. */

const KEPT = 4;

export class Reader {
  /** @param {HTMLDialogElement} dialog @param {string} failed @param {(step: number) => void} step
   * @param {() => void} closed */
  constructor(dialog, failed, step, closed) {
    this.dialog = dialog;
    this.slot = /** @type {HTMLElement} */ (dialog.querySelector(".slot"));
    this.failed = failed;
    this.closed = closed;
    /** @type {Map<string, Document>} */
    this.pages = new Map();
    this.turn = 0;
    dialog.addEventListener("close", () => closed());
    dialog.addEventListener("click", (event) => {
      const button = /** @type {Element} */ (event.target).closest("button");
      if (event.target === dialog || button?.hasAttribute("data-close")) dialog.close();
      else if (button) step(Number(button.getAttribute("data-step")));
    });
  }

  /** Show the item at `place` of a page. @param {string} file @param {number} place */
  async show(file, place) {
    const turn = (this.turn += 1);
    if (!this.dialog.open) this.dialog.showModal();
    const found = await this.item(file, place).catch(() => null);
    if (turn !== this.turn) return;
    this.slot.replaceChildren(found ?? document.createTextNode(this.failed));
    this.dialog.scrollTop = 0;
  }

  /** @param {string} file @param {number} place */
  async item(file, place) {
    const page = this.pages.get(file) ?? (await this.fetched(file));
    const item = /** @type {HTMLElement} */ (document.importNode(page.querySelectorAll("li.flower")[place], true));
    const shown = document.createElement("div");
    shown.className = "flower";
    shown.append(...item.childNodes);
    shown.querySelector("img")?.setAttribute("loading", "eager");
    return shown;
  }

  /** @param {string} file */
  async fetched(file) {
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    this.pages.set(file, page);
    if (this.pages.size > KEPT) this.pages.delete(/** @type {string} */ (this.pages.keys().next().value));
    return page;
  }
}
