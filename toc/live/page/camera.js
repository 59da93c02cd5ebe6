// Where in the picture we look: a place and a scale. The view never jumps by itself.
//
// It begins with the boxes, as large as they fit; the legend lies below them and is seen with “All”, because a facilitator
// needs the words in the boxes, and has the others in the text. Where even the boxes would become too small to read, it
// begins at the goal at a size that can be read. Until somebody moves it by hand it follows: it makes room for what has
// grown, or, where not all can be read at once, goes to what changed last.
// When the picture changes, the box under the middle of the view stays where it is.

import { around, centred, framed, nudged, reachesOut } from "./framing.js";
import { mayMove } from "./glide.js";

const SMALLEST = 0.05;
const LARGEST = 6;
const AROUND = 16;
const LONG = 320;
const MIDDLE = { x: 130, y: 40 };

/** Down to which scale all boxes are shown, the scale at which some are where that is too small, and the largest. */
export const BESIDE_TEXT = { least: 0.64, near: 0.72, largest: 1.25 };

/**
 * @param {HTMLElement} pane what one looks through @param {ReturnType<import("./picture.js").makePicture>} picture
 * @param {(how: {scale: number, all: boolean}) => void} tell is told after each change
 */
export function makeCamera(pane, picture, tell) {
  const view = { x: 0, y: 0, scale: 1 };
  let follows = true;
  let whole = false;
  let seen = false;
  let limits = BESIDE_TEXT;
  let size = "";
  let ground = null;
  let frame = 0;
  let flight = null;

  let room = measured();
  let before = room;
  const middle = () => ({ x: room.width / 2, y: room.height / 2 });

  /** Measure the pane. Asked in the midst of a change, the browser would lay out the whole picture to answer. */
  function measured() {
    return { width: pane.clientWidth, height: pane.clientHeight };
  }

  function set(x, y, scale) {
    view.x = x;
    view.y = y;
    view.scale = scale;
    picture.svg.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    tell({ scale, all: follows && whole });
  }

  function go(to, gently) {
    land();
    if (!gently || !mayMove() || document.hidden) return set(to.x, to.y, to.scale);
    const from = { ...view };
    flight = { from, to };
    const start = performance.now();
    const step = (now) => {
      const part = Math.min(1, Math.max(0, (now - start) / LONG));
      const eased = 1 - (1 - part) ** 3;
      const between = (a, b) => a + (b - a) * eased;
      set(between(from.x, to.x), between(from.y, to.y), from.scale * (to.scale / from.scale) ** eased);
      if (part < 1) frame = requestAnimationFrame(step);
      else flight = null;
    };
    frame = requestAnimationFrame(step);
    return undefined;
  }

  function land() {
    cancelAnimationFrame(frame);
    flight = null;
  }

  /** Where we shall be looking once the view has come to rest. */
  const heading = () => flight?.to ?? view;

  const sized = () => `${picture.size().width} ${picture.size().height} ${picture.boxes.size}`;

  /** Give the part of the picture in which the boxes stand; found anew when there are others or it has another size. */
  function body() {
    if (ground?.of !== sized()) {
      const places = [...picture.boxes.keys()].map(boxOf).filter(Boolean);
      ground = { of: sized(), place: around(places, AROUND) ?? picture.size() };
    }
    return ground.place;
  }

  /** Say where to look by ourselves; null where not all of it could be read at once. */
  function aim() {
    const to = framed(whole ? picture.size() : body(), room, SMALLEST, limits.largest);
    return whole || to.scale >= limits.least || !picture.boxes.size ? to : null;
  }

  /** Show all of it, with whatever stands around the boxes. */
  function fit(gently = true) {
    follows = whole = true;
    go(aim(), gently);
  }

  /** Look as we do by ourselves, and follow from there. */
  function start(gently = true) {
    follows = true;
    whole = false;
    go(aim() ?? centred(boxOf(goal()), picture.size(), room, limits.near), gently);
  }

  /** Look at all of it where one can read it so, with what stands below the boxes; otherwise as we do by ourselves. */
  function survey() {
    const { scale } = framed(picture.size(), room, SMALLEST, limits.largest);
    if (scale < limits.least / 2) start();
    else fit();
  }

  function goal() {
    const boxes = [...picture.boxes];
    const [id] = boxes.find(([, { element }]) => element?.dataset.kind === "goal") ?? boxes[0];
    return id;
  }

  /** These boxes have changed: where not all of it can be read at once, the first of them comes into view. */
  function changed(ids) {
    const place = ids.length && follows && !aim() ? boxOf(ids[0]) : null;
    const to = place && nudged(place, heading(), room);
    if (to) go(to, true);
  }

  /** Somebody moves the view with their own hand. */
  function taken() {
    follows = false;
    land();
  }

  function zoom(factor, at = middle()) {
    taken();
    const scale = Math.min(LARGEST, Math.max(SMALLEST, view.scale * factor));
    const by = scale / view.scale;
    set(at.x - (at.x - view.x) * by, at.y - (at.y - view.y) * by, scale);
  }

  function pan(x, y) {
    taken();
    set(view.x + x, view.y + y, view.scale);
  }

  /** Bring a box into view: in the middle at this scale, or, without one, only as far as it takes to see it. */
  function show(id, scale = null) {
    const place = boxOf(id);
    if (!place) return;
    const to = scale === null ? nudged(place, view, room) : centred(place, picture.size(), room, scale);
    if (!to) return;
    follows = false;
    go(to, true);
  }

  function boxOf(id) {
    const piece = picture.boxes.get(id);
    if (!piece?.element || !piece.extent) return null;
    const { x, y, width, height } = piece.extent;
    return { x: x + piece.x, y: y + piece.y, width, height };
  }

  /** Remember which box is under the middle; give a function to call once the picture has changed. */
  function hold() {
    room = measured();
    const anchor = seen ? nearest() : null;
    const at = anchor && { x: anchor[1].x, y: anchor[1].y };
    return () => {
      const now = anchor && picture.boxes.get(anchor[0]);
      const shift = now ? { x: now.x - at.x, y: now.y - at.y } : { x: 0, y: 0 };
      if (!seen) begin();
      else if (shift.x || shift.y) follow(shift);
      if (seen && follows) makeRoom();
      seen = true;
      size = sized();
      return shift;
    };
  }

  /** The first picture: what the pane was before, when it was not in the page yet, does not count. */
  function begin() {
    before = room;
    start(false);
  }

  /** Make room for what has grown, as long as all of it can be read. */
  function makeRoom() {
    const to = size === sized() ? null : aim();
    const out = to && reachesOut(whole ? picture.size() : body(), heading(), room);
    if (out || to?.scale > heading().scale * 1.3) go(to, true);
  }

  function follow({ x, y }) {
    for (const place of flight ? [flight.from, flight.to] : []) {
      place.x -= x * place.scale;
      place.y -= y * place.scale;
    }
    set(view.x - x * view.scale, view.y - y * view.scale, view.scale);
  }

  function nearest() {
    const { x, y } = middle();
    const at = { x: (x - view.x) / view.scale - MIDDLE.x, y: (y - view.y) / view.scale - MIDDLE.y };
    let best = null;
    let least = Infinity;
    for (const entry of picture.boxes) {
      const far = (entry[1].x - at.x) ** 2 + (entry[1].y - at.y) ** 2;
      if (far < least) [best, least] = [entry, far];
    }
    return best;
  }

  new ResizeObserver(() => {
    room = measured();
    if (!room.width || !seen) return;
    const to = follows ? aim() : null;
    if (to) go(to, false);
    else set(view.x + (room.width - before.width) / 2, view.y + (room.height - before.height) / 2, view.scale);
    before = room;
  }).observe(pane);

  return {
    fit, start, survey, zoom, pan, show, hold, changed, boxOf, body, view,
    /** Set how small and how large words may be; see BESIDE_TEXT. */
    set limits(now) { limits = now; },
    get room() { return room; },
    get follows() { return follows && !whole; },
    get all() { return follows && whole; },
  };
}
