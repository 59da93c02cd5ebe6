// The pieces of one group of the picture, from one picture to the next: which stay, which move, which are drawn anew.

import { extentOf, nameOf, placed } from "./lines.js";

/**
 * One line of the picture and what it draws; `rest` is the line without its place, `extent` what it covers from there,
 * `from` where it stood before.
 * @typedef {{key: string, line: string, rest: string, x: number, y: number, element: any,
 *   extent: import("./framing.js").Place | null, from: {x: number, y: number} | null}} Piece
 * @typedef {{name?: string, element: SVGElement, opening: string, pieces: Map<string, Piece>}} Group
 */

/**
 * Compare a group with the lines it has now; `wanted` are the pieces whose `element` has to be read from their line.
 * @param {Group} group @param {string[]} lines
 */
export function plan(group, lines) {
  const next = new Map();
  const wanted = [];
  const moved = [];
  for (const line of lines) {
    const key = unused(next, nameOf(line));
    const old = group.pieces.get(key);
    if (old?.line === line) next.set(key, old);
    else {
      const from = old ? { x: old.x, y: old.y } : null;
      const piece = { key, line, ...placed(line), extent: extentOf(line), element: null, from };
      next.set(key, piece);
      if (old?.element && old.rest === piece.rest) {
        piece.element = old.element;
        moved.push(piece);
      } else wanted.push(piece);
    }
  }
  return { group, next, wanted, moved };
}

/** Bring a plan into the page, once its wanted pieces have been read. Gives what is gone, drawn anew and moved. */
export function lay({ group, next, wanted, moved }) {
  const gone = [];
  for (const [key, piece] of group.pieces) {
    const now = next.get(key);
    if (!now) gone.push(piece);
    if (now?.element !== piece.element) piece.element?.remove();
  }
  for (const { element, x, y } of moved) element.setAttribute("transform", `translate(${x} ${y})`);
  if (wanted.length || gone.length || moved.length) order(group.element, next);
  group.pieces = next;
  return { gone, drawn: wanted, moved };
}

function order(parent, pieces) {
  let after = parent.firstChild;
  for (const { element } of pieces.values()) {
    if (!element) continue;
    if (element === after) after = after.nextSibling;
    else parent.insertBefore(element, after);
  }
}

function unused(taken, name) {
  let key = name;
  for (let n = 2; taken.has(key); n += 1) key = `${name} ${n}`;
  return key;
}
