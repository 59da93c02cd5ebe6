// How a part of the picture is framed by the pane: plain arithmetic with places and sizes.

const MARGIN = 12;
const EDGE = 24;
const NOTHING = 1;

/** @typedef {{x: number, y: number, width: number, height: number}} Place */

/** Give the place that holds all of these, with some room around; null where there are none. */
export function around(places, room) {
  if (!places.length) return null;
  const [left, top] = ["x", "y"].map((at) => Math.min(...places.map((one) => one[at])) - room);
  const right = Math.max(...places.map(({ x, width }) => x + width)) + room;
  const bottom = Math.max(...places.map(({ y, height }) => y + height)) + room;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Say where to look so that all of a place is seen, in the middle and as large as it may be. */
export function framed({ x, y, width, height }, { width: wide, height: high }, smallest, largest) {
  const fitting = Math.min((wide - 2 * MARGIN) / width, (high - 2 * MARGIN) / height);
  const scale = Math.min(Math.max(smallest, fitting), largest);
  const top = Math.max(MARGIN, (high - height * scale) / 2);
  return { x: (wide - width * scale) / 2 - x * scale, y: top - y * scale, scale };
}

/** Say where to look so that a place is in the middle, without showing what lies beyond the whole. */
export function centred(place, whole, { width: wide, height: high }, scale) {
  return {
    x: within(wide / 2 - (place.x + place.width / 2) * scale, whole.width * scale, wide),
    y: within(high / 2 - (place.y + place.height / 2) * scale, whole.height * scale, high),
    scale,
  };
}

/** Say where to look so that a place is seen, as near as possible to where we look now; null where it is seen already. */
export function nudged({ x, y, width, height }, view, { width: wide, height: high }) {
  const by = {
    x: push(view.x + x * view.scale, width * view.scale, wide),
    y: push(view.y + y * view.scale, height * view.scale, high),
  };
  return by.x || by.y ? { x: view.x + by.x, y: view.y + by.y, scale: view.scale } : null;
}

/** Say whether a place reaches out of the pane. */
export function reachesOut({ x, y, width, height }, view, { width: wide, height: high }) {
  const [left, top] = [view.x + x * view.scale, view.y + y * view.scale];
  return left < 0 || top < 0 || left + width * view.scale > wide || top + height * view.scale > high;
}

/** Keep the picture's edge at the edge of the view, where the picture is larger. */
function within(start, length, room) {
  return length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, start));
}

/** Say by how many pixels to push; less than one, which arithmetic leaves over, is nothing. */
function push(start, length, room) {
  const by = pushed(start, length, room);
  return Math.abs(by) < NOTHING ? 0 : by;
}

function pushed(start, length, room) {
  if (length + 2 * EDGE > room) return room / 2 - (start + length / 2);
  if (start < EDGE) return EDGE - start;
  return Math.min(0, room - EDGE - (start + length));
}
