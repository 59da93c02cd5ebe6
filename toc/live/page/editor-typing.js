// Typing: Enter keeps the indent, Tab moves a line in and Shift-Tab out, each with what stands below it.

import { EditorSelection } from "@codemirror/state";

const STEP = "  ";
const INDENT = /^[ \t\u00a0\u202f\u3000]*/;

const indentOf = (text) => INDENT.exec(text)[0];
const wide = (indent) => [...indent].reduce((column, letter) => (letter === "\t" ? column + 4 - (column % 4) : column + 1), 0);

/**
 * Begin a new line: as far in as this one, or as what stands below it already. An indent alone is not left behind.
 * @param {import("@codemirror/view").EditorView} view
 */
export function breakLine({ state, dispatch }) {
  if (state.readOnly) return false;
  const change = state.changeByRange((range) => {
    const line = state.doc.lineAt(range.from);
    const before = line.text.slice(0, range.from - line.from);
    const blank = range.empty && !line.text.trim();
    const indent = blank ? line.text : atEnd(state, line, range) ? below(state, line) : indentOf(before);
    const from = blank ? line.from : range.from;
    const insert = blank ? `\n${indentOf(before)}` : `\n${indent}`;
    return { changes: { from, to: blank ? line.to : range.to, insert }, range: EditorSelection.cursor(from + insert.length) };
  });
  dispatch(state.update(change, { userEvent: "input", scrollIntoView: true }));
  return true;
}

function atEnd(state, line, range) {
  return range.empty && range.from === line.to && line.text.trim() !== "";
}

/** Give the indent of what stands below a line, where there is something; otherwise its own. */
function below({ doc }, line) {
  const own = indentOf(line.text);
  for (let number = line.number + 1; number <= doc.lines; number += 1) {
    const { text } = doc.line(number);
    if (!text.trim()) continue;
    return wide(indentOf(text)) > wide(own) ? indentOf(text) : own;
  }
  return own;
}

/** Move the lines of the selection one step in, with all that stands below them. */
export function moveIn(view) {
  return move(view, ({ from }) => ({ from, insert: STEP }));
}

/** Move them one step out; where one of them is at the margin already, all stay, so that nothing changes its place. */
export function moveOut(view) {
  return move(view, ({ from, text }) => {
    const [gone] = /^(?:\t| {1,2}|[\u00a0\u202f\u3000])?/.exec(text);
    return gone ? { from, to: from + gone.length } : null;
  });
}

function move({ state, dispatch }, by) {
  if (state.readOnly) return false;
  const moved = block(state).map(by);
  const changes = state.changes(moved.includes(null) ? [] : moved);
  if (changes.empty) return true;
  const { main } = state.selection;
  const selection = EditorSelection.range(changes.mapPos(main.anchor, 1), changes.mapPos(main.head, 1));
  dispatch(state.update({ changes, selection, userEvent: "input.indent", scrollIntoView: true }));
  return true;
}

/** Give the lines of the selection and what stands below the last of them; blank ones only where one is alone. */
function block({ doc, selection: { main } }) {
  const [first, last] = [doc.lineAt(main.from).number, doc.lineAt(main.to).number];
  const chosen = numbers(first, last).map((number) => doc.line(number));
  const filled = chosen.filter(({ text }) => text.trim());
  if (!filled.length) return chosen;
  const column = Math.min(...filled.map(({ text }) => wide(indentOf(text))));
  const further = [];
  for (let number = last + 1; number <= doc.lines; number += 1) {
    const line = doc.line(number);
    if (line.text.trim() && wide(indentOf(line.text)) <= column) break;
    if (line.text.trim()) further.push(line);
  }
  return [...filled, ...further];
}

function numbers(first, last) {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
