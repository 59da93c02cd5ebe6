// The picture in the page: patches change the list of its lines, and then only what those lines draw.
//
// Boxes, pathways and arrows are known by their names and stay the same elements; where only a place changed, only the
// place is set. Everything else is known by its line. A line that cannot be read is left out and the rest stands.

import { draw } from "./make.js";
import { patched, sizeOf, sorted } from "./lines.js";
import { lay, plan } from "./pieces.js";
import { read } from "./reading.js";

/** @typedef {import("./pieces.js").Piece} Piece */
/**
 * What is new in a picture: boxes that moved, with where they stood; boxes that came; what else was drawn anew.
 * @typedef {{moved: {piece: Piece, x: number, y: number}[], fresh: Piece[], strokes: Piece[]}} Change
 */

const NAMED = ["boxes", "pathways"];

/** Make an empty picture; `svg` is the element to put into the page, `boxes` what stands in it, by id. */
export function makePicture() {
  const svg = /** @type {SVGSVGElement} */ (draw("svg", { class: "theory" }));
  const told = draw("defs");
  const ground = { element: draw("g", { "data-part": "ground", "aria-hidden": "true" }), opening: "", pieces: new Map() };
  svg.append(told, ground.element);
  const groups = new Map();
  const boxes = new Map();
  let lines = [];
  let root = "";
  let number = null;

  /** Take a message; gives what is new, or null where the patch is for a picture that is not here. */
  function patch(message) {
    if (message.base !== null && message.base !== number) return null;
    const next = patched(message.base === null ? [] : lines, message.patch);
    const change = show(sorted(next));
    lines = next;
    number = message.number;
    return change;
  }

  function show(parts) {
    if (parts.root !== root) reroot(parts.root);
    const base = plan(ground, parts.before);
    const plans = [...parts.groups].map(([name, { opening, lines: written }]) => {
      const group = groups.get(name) ?? begin(name);
      if (opening !== group.opening) reopen(group, opening);
      return plan(group, written);
    });
    read([base, ...plans].flatMap((it) => it.wanted));
    lay(base);
    tellNames();
    const change = { moved: [], fresh: [], strokes: [] };
    for (const it of plans) sortInto(change, it.group.name, lay(it));
    arrange(plans.map((it) => it.group));
    return change;
  }

  function begin(name) {
    const group = { name, element: draw("g"), opening: "", pieces: new Map() };
    groups.set(name, group);
    return group;
  }

  function reroot(line) {
    root = line;
    copy(`${line}</svg>`, svg, ["xmlns", "width", "height"]);
    const { width, height } = sizeOf(line);
    svg.setAttribute("width", String(width));
    svg.setAttribute("height", String(height));
  }

  function reopen(group, opening) {
    group.opening = opening;
    copy(`${opening}</g>`, group.element, []);
  }

  function tellNames() {
    const names = ground.element.querySelectorAll("title, desc");
    if (names.length) told.replaceChildren(...names);
  }

  function sortInto(change, name, laid) {
    if (name === "arrows" || name === "markers") change.strokes.push(...laid.drawn);
    if (name === "boxes") {
      change.fresh.push(...laid.drawn.filter((piece) => !piece.from));
      for (const piece of [...laid.moved, ...laid.drawn]) if (hasMoved(piece)) change.moved.push({ piece, ...piece.from });
    }
    if (NAMED.includes(name)) remember(laid);
  }

  function remember({ gone, drawn, moved }) {
    for (const { element } of gone) boxes.delete(element?.dataset.id);
    for (const piece of [...drawn, ...moved]) if (piece.element) boxes.set(piece.element.dataset.id, piece);
    for (const { element } of drawn) element?.setAttribute("tabindex", "-1");
  }

  function arrange(shown) {
    for (const group of groups.values()) if (!shown.includes(group)) clear(group);
    let after = ground.element.nextSibling;
    for (const { element } of shown) {
      if (element === after) after = after.nextSibling;
      else svg.insertBefore(element, after);
    }
  }

  function clear(group) {
    const laid = lay(plan(group, []));
    if (NAMED.includes(group.name)) remember(laid);
    group.element.remove();
  }

  return { svg, patch, boxes, size: () => sizeOf(root) };
}

function hasMoved({ from, x, y }) {
  return Boolean(from) && (from.x !== x || from.y !== y);
}

function copy(text, element, but) {
  const [{ element: holder }] = read([{ line: text, element: null }]);
  for (const { name, value } of holder ? [...holder.firstElementChild.attributes] : []) {
    if (!but.includes(name)) element.setAttribute(name, value);
  }
}
