// Boxes glide from where they stood to where they stand; what is new fades in.
//
// Only how it looks is moved, never where things are: the picture is in its new state at once, and whoever asked for
// less motion, or has a very large picture, sees just that.

const MOST = 150;
const LONG = 260;
const EASE = "cubic-bezier(0.2, 0, 0.1, 1)";
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Say whether things may move by themselves. */
export function mayMove() {
  return !still.matches;
}

/**
 * Start the motion. `shift` is what the whole picture was moved by to keep its middle where it is.
 * @param {import("./picture.js").Change} change @param {number} boxes how many the picture has
 * @param {{x: number, y: number}} shift
 */
export function glide(change, boxes, shift) {
  if (boxes > MOST || still.matches || document.hidden) return;
  for (const { piece, x, y } of change.moved) move(piece, { x: x + shift.x, y: y + shift.y });
  for (const { element } of change.fresh) fade(element, LONG);
  for (const { element } of change.strokes) if (change.moved.length || change.fresh.length) fade(element, LONG);
}

const running = new WeakMap();

function move(piece, from) {
  const { element } = piece;
  const start = underway(element) ?? from;
  if (!element || (start.x === piece.x && start.y === piece.y)) return;
  const animation = element.animate(
    [{ transform: `translate(${start.x}px, ${start.y}px)` }, { transform: `translate(${piece.x}px, ${piece.y}px)` }],
    { duration: LONG, easing: EASE },
  );
  running.set(element, { animation, from: start, to: { x: piece.x, y: piece.y } });
}

function underway(element) {
  const now = element && running.get(element);
  if (!now || now.animation.playState !== "running") return null;
  const part = now.animation.effect.getComputedTiming().progress ?? 1;
  now.animation.cancel();
  return { x: now.from.x + (now.to.x - now.from.x) * part, y: now.from.y + (now.to.y - now.from.y) * part };
}

function fade(element, long) {
  element?.animate([{ opacity: 0 }, { opacity: 0, offset: 0.3 }, { opacity: 1 }], { duration: long });
}
