// Where the flower grows: its marks come one after the other, as a painter lays them.

const GROWING = 1700; // milliseconds

/** Draws on one canvas, at the resolution of the screen. */
export class Stage {
  /** @param {HTMLCanvasElement} canvas @param {boolean} calm no motion */
  constructor(canvas, calm) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d", { alpha: false });
    this.calm = calm;
    this.turn = 0;
  }

  /** @param {ReturnType<typeof import("./flowers.mjs").grow>} flower @param {string} alt */
  show(flower, alt) {
    this.canvas.setAttribute("aria-label", alt);
    this.#fresh(flower.width / flower.height, `#${flower.paper}`);
    const context = this.context;
    const scale = this.canvas.width / flower.width;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.lineCap = context.lineJoin = "round";
    this.#grow(flower.marks, performance.now(), 0, this.turn);
  }

  /** @param {ImageBitmap | HTMLImageElement} picture @param {string} alt @param {"cover" | "whole"} fit */
  picture(picture, alt, fit) {
    this.canvas.setAttribute("aria-label", alt);
    this.#fresh(0.8, "#fbf9f4");
    const { canvas, context } = this;
    const sides = [canvas.width / picture.width, canvas.height / picture.height];
    const scale = fit === "whole" ? Math.min(...sides) : Math.max(...sides);
    const [width, height] = [picture.width * scale, picture.height * scale];
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  }

  /** An empty sheet; whatever still grew stops. */
  #fresh(ratio, paper) {
    this.turn += 1;
    const { canvas, context } = this;
    const wide = Math.min(Math.max(canvas.clientWidth, 320) * Math.min(devicePixelRatio, 2), 1200);
    canvas.width = Math.round(wide);
    canvas.height = Math.round(wide / ratio);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }

  #grow(marks, began, drawn, turn) {
    if (turn !== this.turn) return;
    const passed = this.calm ? 1 : Math.min((performance.now() - began) / GROWING, 1);
    // Slowly at the end, where the petals are.
    const until = Math.ceil(marks.length * (1 - (1 - passed) ** 1.6));
    for (let i = drawn; i < until; i += 1) lay(this.context, marks[i]);
    if (until < marks.length) requestAnimationFrame(() => this.#grow(marks, began, until, turn));
    else this.canvas.dataset.grown = "yes";
  }
}

/** @param {CanvasRenderingContext2D} context @param {{path: [string, number[]][], fill: string, fillOpacity: number, stroke: string, strokeOpacity: number, width: number}} mark */
function lay(context, mark) {
  const path = new Path2D(mark.path.map(([letter, numbers]) => letter + numbers.join(" ")).join(""));
  if (mark.fill) {
    context.globalAlpha = mark.fillOpacity / 100;
    context.fillStyle = `#${mark.fill}`;
    context.fill(path);
  }
  if (mark.stroke) {
    context.globalAlpha = mark.strokeOpacity / 100;
    context.strokeStyle = `#${mark.stroke}`;
    context.lineWidth = mark.width;
    context.stroke(path);
  }
}
