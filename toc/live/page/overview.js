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
    blocks.replaceChildren(...[...picture.boxes.keys()].flatMap((id) => block(id, camera, picture)));
  }

  function block(id, camera, picture) {
    const place = camera.boxOf(id);
    const { kind } = picture.boxes.get(id).element.dataset;
    if (!place || kind === "pathway") return [];
    const newest = seeing.rings.on("newest").includes(id);
    return [draw("rect", { ...place, rx: 8, class: newest ? "block new" : "block" })];
  }

  /** Move the frame to what is in view; says whether there is more than that. */
  function look() {
    const { view, body } = seeing.camera;
    const { clientWidth, clientHeight } = seeing.pane;
    const more = reachesOut(body(), view, { width: clientWidth + EDGE, height: clientHeight + EDGE });
    if (more && element.hasAttribute("hidden")) refresh();
    element.toggleAttribute("hidden", !more);
    const [x, y, width, height] = [-view.x, -view.y, clientWidth, clientHeight].map((it) => it / view.scale);
    for (const [name, value] of Object.entries({ x, y, width, height })) frame.setAttribute(name, String(value));
    return more;
  }

  seeing.watchers.push(look);
  element.toggleAttribute("hidden", true);
  return { element, refresh };
}
