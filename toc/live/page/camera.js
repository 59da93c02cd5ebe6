// Where in the picture we look: a place and a scale. The view never jumps by itself.
//
// When the picture changes, the box under the middle of the view stays where it is. Only while all of it is shown (at
// the beginning, or after 0) does the view glide back, once the picture has outgrown it.

import { mayMove } from "./glide.js";

const SMALLEST = 0.05;
const LARGEST = 6;
const MARGIN = 12;
const LONG = 320;
const MIDDLE = { x: 130, y: 40 };

/**
 * @param {HTMLElement} pane what one looks through @param {ReturnType<import("./picture.js").makePicture>} picture
 * @param {(how: {scale: number, all: boolean}) => void} tell is told after each change
 */
export function makeCamera(pane, picture, tell) {
  const view = { x: 0, y: 0, scale: 1 };
  let all = true;
  let seen = false;
  let largest = 1.25;
  let size = { width: 0, height: 0 };
  let frame = 0;
  let flight = null;
  const hands = [];

  const room = () => ({ width: pane.clientWidth, height: pane.clientHeight });
  const middle = () => ({ x: room().width / 2, y: room().height / 2 });

  function set(x, y, scale) {
    view.x = x;
    view.y = y;
    view.scale = scale;
    picture.svg.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    tell({ scale, all });
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

  /** Give the scale at which all of it can be seen. */
  function wholeScale() {
    const { width, height } = picture.size();
    const { width: wide, height: high } = room();
    return Math.max(SMALLEST, Math.min((wide - 2 * MARGIN) / width, (high - 2 * MARGIN) / height));
  }

  function whole() {
    const { x, y, width, height } = picture.size();
    const scale = Math.min(wholeScale(), largest);
    const { width: wide, height: high } = room();
    const top = Math.max(MARGIN, (high - height * scale) / 2);
    return { x: (wide - width * scale) / 2 - x * scale, y: top - y * scale, scale };
  }

  function fit(gently = true) {
    all = true;
    go(whole(), gently);
  }

  /** Somebody moves the view with their own hand. */
  function taken() {
    all = false;
    land();
    for (const hear of hands) hear();
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
    const to = scale === null ? nudged(place) : centred(place, scale);
    if (!to) return;
    all = false;
    go(to, true);
  }

  function boxOf(id) {
    const piece = picture.boxes.get(id);
    if (!piece?.element) return null;
    const { x, y, width, height } = piece.element.getBBox();
    return { x: x + piece.x, y: y + piece.y, width, height };
  }

  function centred(place, scale) {
    const { x, y } = middle();
    const { width, height } = picture.size();
    const { width: wide, height: high } = room();
    return {
      x: within(x - (place.x + place.width / 2) * scale, width * scale, wide),
      y: within(y - (place.y + place.height / 2) * scale, height * scale, high),
      scale,
    };
  }

  function nudged({ x, y, width, height }) {
    const { width: wide, height: high } = room();
    const left = view.x + x * view.scale;
    const top = view.y + y * view.scale;
    const by = {
      x: push(left, width * view.scale, wide),
      y: push(top, height * view.scale, high),
    };
    return by.x || by.y ? { x: view.x + by.x, y: view.y + by.y, scale: view.scale } : null;
  }

  /** Remember which box is under the middle; give a function to call once the picture has changed. */
  function hold() {
    const anchor = seen ? nearest() : null;
    const at = anchor && { x: anchor[1].x, y: anchor[1].y };
    return () => {
      const now = anchor && picture.boxes.get(anchor[0]);
      const shift = now ? { x: now.x - at.x, y: now.y - at.y } : { x: 0, y: 0 };
      if (!seen) first();
      else if (shift.x || shift.y) follow(shift);
      if (all && seen && outgrown()) go(whole(), true);
      size = picture.size();
      return shift;
    };
  }

  function follow({ x, y }) {
    for (const place of flight ? [flight.from, flight.to] : []) {
      place.x -= x * place.scale;
      place.y -= y * place.scale;
    }
    set(view.x - x * view.scale, view.y - y * view.scale, view.scale);
  }

  function first() {
    seen = true;
    set(...Object.values(whole()));
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

  function outgrown() {
    const now = picture.size();
    if (now.width === size.width && now.height === size.height) return false;
    const { width: wide, height: high } = room();
    const right = view.x + now.width * view.scale;
    const bottom = view.y + now.height * view.scale;
    const out = view.x < 0 || view.y < 0 || right > wide || bottom > high;
    return out || Math.min(wholeScale(), largest) > view.scale * 1.3;
  }

  let before = room();
  new ResizeObserver(() => {
    const now = room();
    if (!now.width || !seen) return;
    if (all) go(whole(), false);
    else set(view.x + (now.width - before.width) / 2, view.y + (now.height - before.height) / 2, view.scale);
    before = now;
  }).observe(pane);

  return {
    fit, zoom, pan, show, hold, wholeScale, boxOf, view,
    /** Be told when somebody moves the view with their own hand. */
    onHand: (hear) => hands.push(hear),
    /** Set how large a small picture may become. */
    set largest(scale) { largest = scale; },
    get all() { return all; },
  };
}

/** Keep the picture's edge at the edge of the view, where the picture is larger. */
function within(start, length, room) {
  return length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, start));
}

function push(start, length, room) {
  const edge = 24;
  if (length + 2 * edge > room) return room / 2 - (start + length / 2);
  if (start < edge) return edge - start;
  return start + length > room - edge ? room - edge - (start + length) : 0;
}
