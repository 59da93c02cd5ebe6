// For test_hands.py: presses keys of the pen in a text, without a browser. Each line of input is JSON, `[what, …]`.
// A text has its cursor at ‸, or its selection between two of them.

import { createInterface } from "node:readline";
import { EditorState } from "@codemirror/state";
import { changeBetween } from "../../toc/live/page/editor-difference.js";
import { breakLine, moveIn, moveOut } from "../../toc/live/page/editor-typing.js";

const KEYS = { Enter: breakLine, Tab: moveIn, "Shift-Tab": moveOut };
const CURSOR = "‸";

function press(key, marked, readOnly) {
  const [before, within, after] = marked.split(CURSOR);
  const anchor = before.length;
  const head = after === undefined ? anchor : anchor + within.length;
  let state = EditorState.create({
    doc: before + within + (after ?? ""), selection: { anchor, head }, extensions: EditorState.readOnly.of(readOnly),
  });
  KEYS[key]({ state, dispatch: (transaction) => { state = transaction.state; } });
  return shown(state);
}

function shown({ doc, selection: { main } }) {
  const text = doc.toString();
  const ends = main.empty ? [main.head] : [main.from, main.to];
  return [0, ...ends].map((from, at) => text.slice(from, ends[at])).join(CURSOR);
}

/** Give the text after the change between two, and how many letters of the first one the change leaves alone. */
function change(before, after) {
  const found = changeBetween(before, after);
  if (!found) return [before, before.length];
  let kept = 0;
  found.iterGaps((_from, _to, length) => {
    kept += length;
  });
  return [found.apply(EditorState.create({ doc: before }).doc).toString(), kept];
}

for await (const line of createInterface({ input: process.stdin })) {
  const [what, one, other] = JSON.parse(line);
  const answer = what === "change" ? change(one, other) : press(one, other, what === "read");
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
