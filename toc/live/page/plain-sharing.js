// How the plain pen keeps its text and the server's the same.
//
// What is typed goes out at once, as a whole text and the one that both had before; one is under way at a time, and
// what others write shows as soon as nothing of ours is. After a lost line it is looked up whether the last one
// arrived, so that nothing is lost and nothing is there twice.

import { changed } from "./spans.js";

const MOST = 60;

/**
 * @param {import("./connection.js").Connection} connection
 * @param {{value: () => string, put: (text: string) => void}} page what stands in the textarea
 */
export function makeSharing(connection, page) {
  let file = "";
  let version = 0;
  /** What the words on the page were made from: a text that the server had. */
  let base = "";
  let sent = null;
  let waiting = 0;
  let there = false;
  const texts = new Map();

  /** Take a document of the server; what was typed here and not taken yet is woven into it. */
  function open(document) {
    const same = document.file === file;
    if (!same) flush();
    const typed = same && page.value() !== base ? page.value() : null;
    const from = sent !== null && has(document.text, base, sent) ? sent : base;
    if (!same) texts.clear();
    ({ file } = document);
    there = true;
    remember(document);
    if (typed === null || typed === from) agree(document.text);
    else hand(from, typed);
  }

  /** Another file is opened: what was typed since the last text went out goes out now. */
  function flush() {
    const typed = page.value();
    if (file && typed !== (sent ?? base)) connection.send({ type: "weave", file, base: sent ?? base, text: typed });
    waiting = 0;
  }

  function remember({ version: now, text }) {
    version = now;
    texts.set(now, text);
    if (texts.size > MOST) texts.delete(texts.keys().next().value);
  }

  /** Page and server have the same. */
  function agree(now) {
    base = now;
    sent = null;
    page.put(now);
  }

  /** Send what stands here; `base` stays what it was made from until the server has taken it. */
  function hand(from, text) {
    base = from;
    sent = text;
    waiting += 1;
    connection.send({ type: "weave", file, base: from, text });
  }

  /** Something was typed. */
  function typed() {
    if (there && sent === null && page.value() !== base) hand(base, page.value());
  }

  /** Others have written. */
  function updates(message) {
    if (message.file !== file || sent !== null || message.version < version) return;
    if (message.version > version || page.value() !== base) return void hand(base, page.value());
    let now = base;
    for (const update of message.updates) now = changed(now, update.changes);
    remember({ version: version + message.updates.length, text: now });
    agree(now);
    return undefined;
  }

  /** The server has woven our text in; this is what it says now. */
  function text(message) {
    if (message.file !== file) return;
    waiting = Math.max(0, waiting - 1);
    if (waiting) return;
    remember(message);
    if (sent === null || sent === page.value()) agree(message.text);
    else hand(sent, page.value());
  }

  connection.on("state", ({ state }) => {
    if (state !== "lost") return;
    there = false;
    waiting = 0;
  });
  connection.on("refused", () => {
    if (!waiting) return;
    waiting -= 1;
    sent = null;
  });

  /** Give the text of a version, or the newest one of the server. */
  function at(of = version) {
    return texts.get(of) ?? texts.get(version) ?? base;
  }

  return { open, typed, updates, text, at, get file() { return file; } };
}

/** Say whether a text of the server has what was made of `base` here: the lines that are new in `sent`. */
export function has(text, base, sent) {
  const there = counted(text);
  const before = counted(base);
  const after = counted(sent);
  const written = [...after].filter(([line, times]) => times > (before.get(line) ?? 0));
  const taken = [...before].filter(([line, times]) => times > (after.get(line) ?? 0));
  if (written.length) return written.every(([line, times]) => (there.get(line) ?? 0) >= times);
  return taken.every(([line]) => (there.get(line) ?? 0) <= (after.get(line) ?? 0));
}

function counted(text) {
  const lines = new Map();
  for (const line of text.split("\n")) lines.set(line, (lines.get(line) ?? 0) + 1);
  return lines;
}
