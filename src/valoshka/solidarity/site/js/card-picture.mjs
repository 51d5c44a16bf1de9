// The picture of a card: a grown flower's marks, or a photo or drawing, within its part of the canvas.

import { FLOWER, PAPER, PHOTO_TOP } from "./card-layouts.mjs";

/** @typedef {{x: number, y: number, width: number, height: number}} Zone pixels of the canvas */

/**
 * The flower's head whole and as large as the zone lets it be; its sheet goes on beyond the zone's edges.
 * @param {CanvasRenderingContext2D} context @param {Zone} zone
 * @param {number} covered rows at the zone's top that an app may cover
 */
export function drawFlower(context, flower, zone, covered = 0) {
  const room = zone.height - covered;
  const scale = Math.min(zone.width / FLOWER.width, room / FLOWER.height);
  const shown = room / scale;
  // Where there is more room than the sheet is high, the flower stands on the zone's lower edge.
  const top = Math.min(FLOWER.top, flower.height - shown);
  context.save();
  clip(context, zone, `#${flower.paper}`);
  context.translate(zone.x + zone.width / 2 - (flower.width / 2) * scale, zone.y + covered - top * scale);
  context.scale(scale, scale);
  context.lineCap = context.lineJoin = "round";
  for (const mark of flower.marks) draw(context, mark);
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {import("./ink.mjs").Mark} mark */
function draw(context, mark) {
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

/**
 * @param {CanvasRenderingContext2D} context @param {CanvasImageSource & {width: number, height: number}} picture
 * @param {Zone} zone @param {"cover" | "whole"} fit a photo fills the zone; a drawing is shown whole, on paper
 */
export function drawPhoto(context, picture, zone, fit = "cover") {
  const sides = [zone.width / picture.width, zone.height / picture.height];
  const scale = fit === "whole" ? Math.min(...sides) : Math.max(...sides);
  const [width, height] = [picture.width * scale, picture.height * scale];
  context.save();
  clip(context, zone, PAPER);
  context.imageSmoothingQuality = "high";
  // A photo is cut more at the bottom than at the top, where flowers are; a drawing is not cut at all.
  const top = (zone.height - height) * (fit === "whole" ? 0.5 : PHOTO_TOP);
  context.drawImage(picture, zone.x + (zone.width - width) / 2, zone.y + top, width, height);
  context.restore();
}

/** Nothing beyond the zone, and a ground within it. */
function clip(context, { x, y, width, height }, ground) {
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.fillStyle = ground;
  context.fillRect(x, y, width, height);
}
