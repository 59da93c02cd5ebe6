// For test_sheets.py: pages that write one text, without their editor. Each line of input is JSON,
// `[page, what, with]`; each answer is what the page has sent since, its text, and whether all of it was taken. Every
// line takes a tenth of a second.

import { createInterface } from "node:readline";
import { history, undo } from "@codemirror/commands";
import { collab } from "@codemirror/collab";
import { EditorState } from "@codemirror/state";
import { makeSheet } from "../../toc/live/page/editor-sharing.js";

const TICK = 100;
const pages = new Map();
let ticks = 0;

function makePage() {
  const page = { line: true, out: [], state: null, sheet: null };
  const send = (message) => page.line && page.out.push(message) > 0;
  const dispatch = (transaction) => {
    page.state = transaction.state;
  };
  const reopen = () => send({ type: "open" });
  const now = () => ticks * TICK;
  return Object.assign(page, { send, dispatch, reopen, now });
}

const DOES = {
  document(page, message) {
    page.line = true;
    if (page.sheet) return page.sheet.open(message);
    page.state = EditorState.create({ doc: message.text, extensions: [collab(), history()] });
    page.sheet = makeSheet(message, { ...page, state: () => page.state });
  },
  updates: (page, message) => page.sheet.updates(message),
  text: (page, message) => page.sheet.text(message),
  lose(page) {
    page.line = false;
    page.sheet.lost();
  },
  write(page, { at, gone, insert }) {
    const text = page.state.doc.toString();
    const from = whole(text, Math.floor(at * (text.length + 1)));
    const to = whole(text, Math.min(text.length, from + gone));
    page.dispatch(page.state.update({ changes: { from, to, insert }, userEvent: "input.type" }));
    page.sheet.changed();
  },
  undo(page) {
    undo({ state: page.state, dispatch: page.dispatch });
    page.sheet.changed();
  },
};

/** A hand never stands between the halves of a character. */
function whole(text, at) {
  return /[\udc00-\udfff]/.test(text[at] ?? "") ? at + 1 : at;
}

for await (const line of createInterface({ input: process.stdin })) {
  const [name, what, given] = JSON.parse(line);
  ticks += 1;
  if (!pages.has(name)) pages.set(name, makePage());
  const page = pages.get(name);
  DOES[what](page, given);
  const answer = { out: page.out.splice(0), text: page.state.doc.toString(), pending: page.sheet.pending() };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
