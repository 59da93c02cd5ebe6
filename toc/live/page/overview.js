// A small picture of the whole in a corner: every box as a block, and a frame around what is in view.

import { draw } from "./make.js";

const WIDE = 240;
const HIGH = 160;
const EDGE = 8;

/** @param {ReturnType<import("./seeing.js").makeSeeing>} seeing */
export function makeOverview(seeing) {
  const blocks = draw("g");
  const frame = draw("rect", { class: "frame", rx: 4 });
  const element = /** @type {any} */ (draw("svg", { class: "overview", "aria-hidden": "true" }, blocks, frame));
  let on = false;
  let waiting = 0;

  function show(now) {
    on = now;
    refresh();
  }

  /** Draw it after the picture has been painted. */
  function refresh() {
    clearTimeout(waiting);
    if (!on) return void element.toggleAttribute("hidden", true);
    waiting = setTimeout(render, 60);
    return undefined;
  }

  function render() {
    const { camera, picture } = seeing;
    const { width, height } = picture.size();
    const scale = Math.min(WIDE / width, HIGH / height);
    element.setAttribute("viewBox", `0 0 ${width} ${height}`);
    element.setAttribute("width", String(width * scale));
    element.setAttribute("height", String(height * scale));
    blocks.replaceChildren(...[...picture.boxes.keys()].flatMap((id) => block(id, camera, picture)));
    look();
  }

  function block(id, camera, picture) {
    const place = camera.boxOf(id);
    const { kind } = picture.boxes.get(id).element.dataset;
    if (!place || kind === "pathway") return [];
    const newest = seeing.rings.on("newest").includes(id);
    return [draw("rect", { ...place, rx: 8, class: newest ? "block new" : "block" })];
  }

  /** Move the frame to what is in view. */
  function look() {
    if (!on) return;
    const { view } = seeing.camera;
    const { clientWidth, clientHeight } = seeing.pane;
    const { width, height } = seeing.picture.size();
    const [x, y, wide, high] = [-view.x, -view.y, clientWidth, clientHeight].map((it) => it / view.scale);
    const inView = { x, y, width: wide, height: high };
    element.toggleAttribute("hidden", x <= EDGE && y <= EDGE && x + wide >= width - EDGE && y + high >= height - EDGE);
    for (const [name, value] of Object.entries(inView)) frame.setAttribute(name, String(value));
  }

  seeing.watchers.push(look);
  element.toggleAttribute("hidden", true);
  return { element, show, refresh };
}
