// What hands do with the picture: drag, wheel, pinch, double click, keys, and picking a box.

const STEP = 64;
const NUDGE = 1.2;
const SLACK = 4;

/**
 * @param {HTMLElement} pane @param {ReturnType<import("./camera.js").makeCamera>} camera
 * @param {(id: string) => void} pick is called with the id of a box that was clicked or entered
 */
export function listen(pane, camera, pick) {
  dragging(pane, camera);
  pane.addEventListener("wheel", (event) => wheel(event, pane, camera), { passive: false });
  pane.addEventListener("dblclick", (event) => idAt(event.target) ?? camera.fit());
  pane.addEventListener("click", (event) => {
    const id = idAt(event.target);
    if (id !== null && !pane.dataset.dragged && !event.target.closest("a[href]")) pick(id);
  });
  pane.addEventListener("keydown", (event) => {
    if (event.target.closest("button, select, input") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key(event, camera, pick)) event.preventDefault();
  });
}

/** Give the id of the box or pathway that an element of the picture belongs to, or null. */
export function idAt(element) {
  return element?.closest?.("g[data-id]")?.dataset.id ?? null;
}

function dragging(pane, camera) {
  const down = new Map();
  let far = 0;
  pane.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.target.closest("button, select, a[href], .floating")) return;
    if (!down.size) far = 0;
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    delete pane.dataset.dragged;
  });
  pane.addEventListener("pointermove", (event) => {
    const from = down.get(event.pointerId);
    if (!from) return;
    const now = { x: event.clientX, y: event.clientY };
    far += Math.abs(now.x - from.x) + Math.abs(now.y - from.y);
    if (far < SLACK) return;
    pane.dataset.dragged = "yes";
    pane.setPointerCapture(event.pointerId);
    if (down.size === 1) camera.pan(now.x - from.x, now.y - from.y);
    else pinch(down, event.pointerId, now, pane, camera);
    down.set(event.pointerId, now);
  });
  for (const name of ["pointerup", "pointercancel"]) pane.addEventListener(name, (event) => down.delete(event.pointerId));
}

function pinch(down, moved, now, pane, camera) {
  const [[, other]] = [...down].filter(([id]) => id !== moved);
  const from = down.get(moved);
  const corner = pane.getBoundingClientRect();
  const middle = (one) => ({ x: (one.x + other.x) / 2 - corner.left, y: (one.y + other.y) / 2 - corner.top });
  const wide = (one) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
  const [before, after] = [middle(from), middle(now)];
  camera.pan(after.x - before.x, after.y - before.y);
  camera.zoom(wide(now) / wide(from), after);
}

function wheel(event, pane, camera) {
  if (event.target.closest(".scrolls")) return;
  event.preventDefault();
  if (event.shiftKey) return void camera.pan(-event.deltaY - event.deltaX, 0);
  const corner = pane.getBoundingClientRect();
  const lines = event.deltaMode === 1 ? 16 : 1;
  const by = Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0015));
  camera.zoom(Math.min(2, Math.max(0.5, by)), { x: event.clientX - corner.left, y: event.clientY - corner.top });
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function key(event, camera, pick) {
  const id = idAt(event.target);
  const arrow = ARROWS[event.key];
  if (id !== null && event.key === "Enter") pick(id);
  else if (id !== null && arrow) step(event.target, arrow);
  else if (arrow) camera.pan(-arrow[0] * STEP, -arrow[1] * STEP);
  else if (event.key === "+" || event.key === "=") camera.zoom(NUDGE);
  else if (event.key === "-") camera.zoom(1 / NUDGE);
  else if (event.key === "0") camera.fit();
  else return false;
  return true;
}

/** Go to the nearest box in that direction; what lies straight ahead counts as nearer than what lies aside. */
function step(box, [across, down]) {
  const at = middleOf(box);
  let best = null;
  let least = Infinity;
  for (const other of box.ownerSVGElement.querySelectorAll("g[data-id]")) {
    const to = middleOf(other);
    const ahead = (to.x - at.x) * across + (to.y - at.y) * down;
    const aside = Math.abs((to.x - at.x) * down) + Math.abs((to.y - at.y) * across);
    if (other === box || ahead < 4 || ahead + 2 * aside >= least) continue;
    best = other;
    least = ahead + 2 * aside;
  }
  best?.focus({ preventScroll: true });
}

function middleOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
