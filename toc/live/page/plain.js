// The plain pen: a textarea, for where the editor's parts are not there.
//
// It takes any text and shows what was noticed in the line one is on. How it stays the same as the server's text is told
// in plain-sharing.js.

import { make } from "./make.js";
import { carry } from "./carrying.js";
import { makeHints } from "./plain-hints.js";
import { makeSharing } from "./plain-sharing.js";
import { write } from "./plain-typing.js";
import { carried, difference, edited } from "./spans.js";

const KEYS = "Tab moves a line further in, Shift and Tab back out. Press Escape, then Tab, to leave the text. "
  + "F8 goes to what was noticed.";

/** Make the pen. See the other pen, editor.js: both do the same. */
export function makePen({ parent, connection, may, onCursor, onOtherEdits }) {
  const area = make("textarea", {
    class: "plain",
    "aria-label": "The text of your theory of change",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    "aria-describedby": "plain-keys",
  });
  const hints = makeHints(apply, () => area.focus());
  const keys = make("p", { id: "plain-keys", class: "unseen" }, KEYS);
  const holder = make("div", { class: "plain-pen" }, area, keys, hints.element);
  parent.append(holder);

  const sharing = makeSharing(connection, { value: () => area.value, put });
  let known = [];

  function open(document) {
    const other = document.file !== sharing.file;
    sharing.open(document);
    area.readOnly = may !== "write" || !document.writable;
    if (other) area.setSelectionRange(0, 0);
    if (other) area.scrollTop = 0;
  }

  /** Show a text; the caret stays where it is in the words. */
  function put(now) {
    const old = area.value;
    if (old === now) return;
    const [start, end] = [area.selectionStart, area.selectionEnd].map((at) => carry(old, now, at));
    const { scrollTop } = area;
    area.value = now;
    area.setSelectionRange(start, end);
    area.scrollTop = scrollTop;
  }

  /** Carry out edits of a version of the text, as this person's own. */
  function apply(edits, of = undefined) {
    const since = difference(sharing.at(of), area.value);
    const ours = edits.filter(isHere)
      .map((edit) => ({ ...edit, from: carried(edit.from, since), to: carried(edit.to, since) }));
    const by = difference(area.value, edited(area.value, ours));
    if (!area.readOnly) write(area, by.from, by.to, by.insert);
  }

  function isHere({ file }) {
    return !file || file === sharing.file;
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
      const { edits = [], version } = await connection.ask(what, { file: sharing.file, at: area.selectionStart, ...rest });
      apply(edits, version);
      const others = edits.filter((edit) => !isHere(edit));
      if (others.length) onOtherEdits?.(others);
    } catch (trouble) {
      hints.tell(trouble.message);
    }
  }

  area.addEventListener("input", () => {
    sharing.typed();
    moved();
  });
  area.addEventListener("keydown", (event) => hints.typed(event, area));
  document.addEventListener("selectionchange", () => document.activeElement === area && moved());

  return {
    open,
    updates: sharing.updates,
    text: sharing.text,
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
