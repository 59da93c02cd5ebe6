// What is typed while it cannot be saved is kept in this browser too, and offered back when the page is opened anew.

import { difference } from "./spans.js";

const BEGINS = "toc:kept:";
const PAUSE = 1000;

/**
 * @param {{text: () => string, file: () => string, unsafe: () => boolean}} page `unsafe`: saving fails, or nobody hears us
 * @param {ReturnType<import("./tidings.js").makeTidings>} tidings
 * @param {(base: string, text: string) => void} weave
 */
export function makeKept(page, tidings, weave) {
  const agreed = new Map();
  let mine = new Set();

  function keep() {
    const file = page.file();
    if (!file || !page.unsafe()) return;
    const text = page.text();
    const base = agreed.get(file) ?? "";
    if (text === base && !mine.has(file)) return;
    mine.add(file);
    store(file, JSON.stringify({ base, text }));
  }

  /** The server and this page have the same text now. */
  function agree(file, text) {
    agreed.set(file, text);
  }

  /** Everything is in the file again: what this page kept is not needed any more. */
  function letGo() {
    for (const file of mine) store(file, null);
    mine = new Set();
  }

  /** A file was opened: offer what an earlier page kept for it. */
  function offer(file, text) {
    const kept = mine.has(file) ? null : restored(file);
    if (!kept || kept.text === text || kept.text === kept.base) return kept && !mine.has(file) ? store(file, null) : undefined;
    const { insert } = difference(kept.base, kept.text);
    const words = insert.trim().replace(/\s+/g, " ").slice(0, 60);
    const about = words ? ` It begins ‘${words}…’` : "";
    const end = (put) => {
      if (put) weave(kept.base, kept.text);
      store(file, null);
      tidings.tell("kept", null);
    };
    return tidings.tell("kept", `What was typed in ${file} before the page closed was kept here.${about}`, {
      sign: "note", offers: [["Put it back", () => end(true)], ["Let it go", () => end(false)]],
    });
  }

  setInterval(keep, PAUSE);
  addEventListener("pagehide", keep);
  return { agree, letGo, offer, keep };
}

function store(file, text) {
  try {
    if (text === null) localStorage.removeItem(BEGINS + file);
    else localStorage.setItem(BEGINS + file, text);
  } catch {
    // A browser that keeps nothing still has the text on the page.
  }
}

function restored(file) {
  try {
    return JSON.parse(localStorage.getItem(BEGINS + file) ?? "null");
  } catch {
    return null;
  }
}
