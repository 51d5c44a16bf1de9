// Marks → the SVG's text.

/** @param {{marks: import("./ink.mjs").Mark[], paper: string, width: number, height: number}} flower */
export function svg({ marks, paper, width, height }) {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<path d="M0 0h${width}v${height}H0z" fill="#${paper}"/>` +
    '<g fill="none" stroke-linecap="round" stroke-linejoin="round">' +
    `${marks.map(path).join("")}</g></svg>`
  );
}

/** @param {import("./ink.mjs").Mark} mark */
function path(mark) {
  let text = `<path d="${mark.path.map(([letter, numbers]) => letter + numbers.join(" ").replaceAll(" -", "-")).join("")}"`;
  if (mark.fill) text += ` fill="#${mark.fill}" fill-opacity="${share(mark.fillOpacity)}"`;
  if (mark.stroke) {
    text += ` stroke="#${mark.stroke}" stroke-width="${mark.width}" stroke-opacity="${share(mark.strokeOpacity)}"`;
  }
  return text + "/>";
}

/** 1 to 99 hundredths as a decimal fraction. @param {number} hundredths */
const share = (hundredths) => `.${String(hundredths).padStart(2, "0")}`.replace(/0$/, "");
