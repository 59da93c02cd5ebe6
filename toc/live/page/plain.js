// The plain pen: a textarea, for where the editor's parts are not there.
//
// Each input goes to the server at once as a whole text and the text both had; the server weaves it in. One is under
// way at a time; what others write shows as soon as nothing of ours is, and the caret stays where it was.

import { make } from "./make.js";
import { carried, changed, difference, edited } from "./spans.js";
import { makeHints } from "./plain-hints.js";
import { write } from "./plain-typing.js";

/** Make the pen. See the other pen, editor.js: both do the same. */
export function makePen({ parent, connection, may, onCursor }) {
  const area = make("textarea", {
    class: "plain",
    "aria-label": "The text of your theory of change",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    "aria-describedby": "plain-hint",
  });
  const hints = makeHints(apply, () => area.focus());
  const holder = make("div", { class: "plain-pen" }, area, hints.element);
  parent.append(holder);

  let file = "";
  let run = "";
  let version = 0;
  let base = "";
  let sent = null;
  let known = [];

  function open(document) {
    const same = document.file === file;
    const mine = same && area.value !== base ? { text: area.value, base: sent === document.text ? sent : base } : null;
    if (!same) put(document.text, 0);
    ({ file, run, version } = document);
    area.readOnly = may !== "write" || !document.writable;
    sent = null;
    base = document.text;
    if (mine) hand(mine.base, mine.text);
    else if (same) put(document.text);
  }

  function hand(from, text) {
    sent = text;
    if (!connection.send({ type: "weave", file, base: from, text })) sent = null;
  }

  function input() {
    if (sent === null && area.value !== base) hand(base, area.value);
    moved();
  }

  function updates(message) {
    if (message.file !== file || message.version + message.updates.length <= version) return;
    if (sent !== null || message.version !== version || area.value !== base) return;
    for (const update of message.updates) base = changed(base, update.changes);
    version = message.version + message.updates.length;
    put(base);
  }

  function text(message) {
    if (message.file !== file) return;
    const mine = sent;
    sent = null;
    version = message.version;
    base = message.text;
    if (mine === null || mine === area.value) put(message.text);
    else hand(mine, area.value);
  }

  function put(now, caret = null) {
    const old = area.value;
    if (old === now) return;
    const by = difference(old, now);
    const [start, end] = [area.selectionStart, area.selectionEnd].map((at) => (caret === null ? carried(at, by) : caret));
    const { scrollTop } = area;
    area.value = now;
    area.setSelectionRange(start, end);
    area.scrollTop = caret === null ? scrollTop : 0;
  }

  function apply(edits) {
    const ours = edits.filter((edit) => !edit.file || edit.file === file);
    const by = difference(area.value, edited(area.value, ours));
    if (!area.readOnly) write(area, by.from, by.to, by.insert);
  }

  function reveal(from, to) {
    area.setSelectionRange(from, to);
    area.scrollTop = Math.max(0, heightTo(area, from) - area.clientHeight / 3);
    moved();
  }

  function moved() {
    const at = area.selectionStart;
    hints.show(known, lineAround(area.value, at), may === "write");
    onCursor?.(at);
  }

  async function asked(what, rest) {
    try {
      const { edits } = await connection.ask(what, { file, at: area.selectionStart, ...rest });
      apply(edits ?? []);
      return edits;
    } catch (trouble) {
      hints.tell(trouble.message);
      return [];
    }
  }

  area.addEventListener("input", input);
  area.addEventListener("keydown", (event) => hints.typed(event, area));
  document.addEventListener("selectionchange", () => document.activeElement === area && moved());

  return {
    open,
    updates,
    text,
    apply,
    reveal,
    problems(list) {
      known = list;
      moved();
    },
    rename: () => hints.askName((name) => asked("rename", { name })),
    tidy: () => asked("format", {}),
    fixes: () => hints.focus(),
    focus: () => area.focus(),
    value: () => area.value,
    close: () => holder.remove(),
  };
}

function lineAround(text, at) {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return { from, to: end < 0 ? text.length : end };
}

/** Measure how far down a place in a textarea is, by a second one that ends there. */
function heightTo(area, at) {
  const copy = area.cloneNode();
  copy.value = area.value.slice(0, at);
  copy.className = "plain measuring";
  copy.tabIndex = -1;
  copy.setAttribute("aria-hidden", "true");
  area.after(copy);
  const height = copy.scrollHeight;
  copy.remove();
  return height;
}
