// Drawing without a pointer: arrows move a pen over the sheet, Space puts it down and lifts it.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const [STEP, LEAP] = [12, 60]; // thousandths of the sheet's width
const MIDDLE = 500;

/**
 * @param {import("./draw.mjs").Board} board
 * @param {(name: string, heard: (event: any) => void) => void} on listens on the board's canvas
 */
export function penOnKeys(board, on) {
  const { canvas } = board;
  const at = [MIDDLE, (MIDDLE * canvas.height) / canvas.width];
  const show = () => {
    board.draw();
    cross(board, at);
  };
  on("blur", () => {
    board.lift();
    board.draw();
  });
  on("keydown", (event) => {
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) {
      if (event.shiftKey) board.redo();
      else board.undo();
    } else if (event.key === " ") {
      if (board.drawing) board.lift();
      else board.put([...at, 0.5], false);
    } else if (STEPS[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      move(board, at, STEPS[event.key], event.shiftKey ? LEAP : STEP);
    } else return;
    event.preventDefault(); // or the page would scroll
    show();
  });
}

/** @param {[number, number]} at @param {number[]} way @param {number} step */
function move(board, at, [across, down], step) {
  const lowest = (1000 * board.canvas.height) / board.canvas.width;
  at[0] = Math.min(Math.max(at[0] + across * step, 0), 1000);
  at[1] = Math.min(Math.max(at[1] + down * step, 0), lowest);
  if (board.drawing) board.extend([...at, 0.5]);
}

/** Where the pen is: a ring, filled while it is down. It is drawn over the sheet only, never into the picture. */
function cross({ context, drawing, pen }, [x, y]) {
  context.beginPath();
  context.arc(x, y, pen.width / 2 + 4, 0, 2 * Math.PI);
  context.lineWidth = 4;
  context.strokeStyle = pen.colour;
  context.stroke();
  if (!drawing) return;
  context.fillStyle = pen.colour;
  context.fill();
}
