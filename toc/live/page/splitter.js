// The line between text and picture: drawn with the hand or moved with the arrow keys, and remembered.

const KEY = "toc:width";
const LEAST = 22;
const MOST = 70;
const USUAL = 38;

/** @param {HTMLElement} splitter @param {HTMLElement} room the splitter's parent */
export function makeSplitter(splitter, room) {
  let width = remembered();
  set(width);

  function set(percent) {
    width = Math.min(MOST, Math.max(LEAST, percent));
    room.style.setProperty("--width", `${width}%`);
    splitter.setAttribute("aria-valuenow", String(Math.round(width)));
  }

  function keep() {
    try {
      localStorage.setItem(KEY, String(width));
    } catch {
      // It is the usual width again next time.
    }
  }

  splitter.setAttribute("aria-orientation", "vertical");
  splitter.setAttribute("aria-valuemin", String(LEAST));
  splitter.setAttribute("aria-valuemax", String(MOST));
  splitter.addEventListener("pointerdown", (event) => {
    splitter.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  splitter.addEventListener("pointermove", (event) => {
    if (!splitter.hasPointerCapture(event.pointerId)) return;
    const { left, width: whole } = room.getBoundingClientRect();
    set(((event.clientX - left) / whole) * 100);
  });
  splitter.addEventListener("pointerup", keep);
  splitter.addEventListener("dblclick", () => set(USUAL));
  splitter.addEventListener("keydown", ({ key }) => {
    const to = { ArrowLeft: width - 2, ArrowRight: width + 2, Home: LEAST, End: MOST }[key];
    if (to === undefined) return;
    set(to);
    keep();
  });
}

function remembered() {
  try {
    return Number(localStorage.getItem(KEY)) || USUAL;
  } catch {
    return USUAL;
  }
}
