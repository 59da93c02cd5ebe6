// A small picture of the whole in a corner, while not all boxes are in view: each as a block, and a frame around what is.

import { reachesOut } from "./framing.js";
import { draw } from "./make.js";

const WIDE = 180;
const HIGH = 120;
const EDGE = 8;

/** @param {ReturnType<import("./seeing.js").makeSeeing>} seeing */
export function makeOverview(seeing) {
  const blocks = draw("g");
  const frame = draw("rect", { class: "frame", rx: 4 });
  const element = /** @type {any} */ (draw("svg", { class: "overview", "aria-hidden": "true" }, blocks, frame));
  const drawn = new Map();
  let waiting = 0;

  /** Draw it after the picture has been painted. */
  function refresh() {
    clearTimeout(waiting);
    waiting = setTimeout(render, 60);
  }

  function render() {
    const { camera, picture } = seeing;
    if (!look()) return;
    const { x, y, width, height } = camera.body();
    const scale = Math.min(WIDE / width, HIGH / height);
    element.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    element.setAttribute("width", String(width * scale));
    element.setAttribute("height", String(height * scale));
    const newest = seeing.rings.on("newest");
    const shown = [...picture.boxes].filter(([, { element }]) => element && element.dataset.kind !== "pathway");
    for (const id of drawn.keys()) if (!picture.boxes.has(id)) drop(id);
    for (const [id] of shown) put(id, camera.boxOf(id), newest.includes(id) ? "block new" : "block");
  }

  /** Draw the block of a box, if it is not there as it should be. */
  function put(id, place, look) {
    const told = JSON.stringify([place, look]);
    if (drawn.get(id)?.told === told) return;
    drop(id);
    const block = draw("rect", { ...place, rx: 8, class: look });
    blocks.append(block);
    drawn.set(id, { told, block });
  }

  function drop(id) {
    drawn.get(id)?.block.remove();
    drawn.delete(id);
  }

  /** Move the frame to what is in view; says whether there is more than that. */
  function look() {
    const { view, body, room } = seeing.camera;
    const more = reachesOut(body(), view, { width: room.width + EDGE, height: room.height + EDGE });
    if (more && element.hasAttribute("hidden")) refresh();
    element.toggleAttribute("hidden", !more);
    const [x, y, width, height] = [-view.x, -view.y, room.width, room.height].map((it) => it / view.scale);
    for (const [name, value] of Object.entries({ x, y, width, height })) frame.setAttribute(name, String(value));
    return more;
  }

  seeing.watchers.push(look);
  element.toggleAttribute("hidden", true);
  return { element, refresh };
}
