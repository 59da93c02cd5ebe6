// What is typed while it cannot be saved is kept in this browser too, and offered back when the page is opened anew; so is
// what the server does not take, which is seen by the page being ahead of it for longer than the way there and back.
//
// Beside it stands the text that the server was last known to have, so that both can be woven together later. It is
// let go only when the server has the same text as the page and the file is saved.

import { changed, difference } from "./spans.js";

const PAUSE = 1000;

/**
 * @param {import("./connection.js").Connection} connection
 * @param {{plan: () => string, text: () => string, file: () => string, unsafe: () => boolean}} page `plan` names the
 *   theory, because files of another one may be called the same; `unsafe`: saving fails, or nobody hears us
 * @param {ReturnType<import("./tidings.js").makeTidings>} tidings
 */
export function makeKept(connection, page, tidings) {
  const key = (file) => `toc:kept:${page.plan()}:${file}`;
  const server = new Map();
  const mine = new Set();
  let ahead = false;

  connection.on("document", ({ file, version, text }) => server.set(file, { version, text }));
  connection.on("text", ({ file, version, text }) => server.set(file, { version, text }));
  connection.on("updates", ({ file, version, updates }) => {
    const known = server.get(file);
    if (known?.version !== version) return;
    for (const { changes } of updates) known.text = changed(known.text, changes);
    known.version += updates.length;
  });

  function keep() {
    const file = page.file();
    const base = server.get(file)?.text;
    if (base === undefined) return;
    const text = page.text();
    if (page.unsafe() || (ahead && text !== base)) {
      mine.add(file);
      store(key(file), JSON.stringify({ base, text }));
    } else letGo(file, base, text);
  }

  /** Look now and then whether the page has something that the server has not, now as the last time. */
  function look() {
    keep();
    ahead = page.text() !== server.get(page.file())?.text;
  }

  function letGo(file, base, text) {
    if (!mine.has(file) || text !== base) return;
    mine.delete(file);
    store(key(file), null);
  }

  /** A file was opened: offer what an earlier page kept for it. */
  function offer(file, text) {
    const kept = mine.has(file) ? null : restored(key(file));
    if (!kept) return;
    if (kept.text === text) {
      store(key(file), null);
      return;
    }
    const words = difference(kept.base, kept.text).insert.trim().replace(/\s+/g, " ").slice(0, 60);
    const end = (back) => {
      if (back && !connection.send({ type: "weave", file, base: kept.base, text: kept.text })) return;
      store(key(file), null);
      tidings.tell("kept", null);
    };
    const begins = words ? ` It begins ‘${words}…’` : "";
    tidings.tell("kept", `What was typed in ${file} before the page closed was kept here.${begins}`, {
      sign: "note", offers: [["Put it back", () => end(true)], ["Let it go", () => end(false)]],
    });
  }

  setInterval(look, PAUSE);
  addEventListener("pagehide", keep);
  return { offer, keep };
}

function store(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing still has the text on the page.
  }
}

function restored(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
