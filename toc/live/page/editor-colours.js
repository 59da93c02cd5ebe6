// Colours the lines that are in view, lets every line, and every word of another script, run in its own direction, and
// a line that is too long go on below its beginning.

import { RangeSetBuilder, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";
import { conflictsIn, wordsOf } from "./words.js";

const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const DEEPEST = 40;
const apart = Decoration.mark({ class: "word-apart", attributes: { dir: "auto" }, bidiIsolate: null });
const made = new Map();

const conflicts = StateField.define({
  create: ({ doc }) => conflictsIn(doc.toString()),
  update: (found, { docChanged, newDoc }) => (docChanged ? conflictsIn(newDoc.toString()) : found),
});

const colours = ViewPlugin.fromClass(class {
  constructor(view) {
    this.look(view);
  }

  update({ docChanged, viewportChanged, view }) {
    if (docChanged || viewportChanged) this.look(view);
  }

  look(view) {
    const [coloured, isolated] = [new RangeSetBuilder(), new RangeSetBuilder()];
    for (const one of linesInView(view)) {
      coloured.add(one.from, one.from, line(Math.min(DEEPEST, indentOf(one.text))));
      for (const { colour, from, to } of wordsAt(view.state, one)) {
        if (to > from) coloured.add(from, to, mark(colour));
        if (to > from && colour !== "mark" && FROM_RIGHT.test(view.state.sliceDoc(from, to))) isolated.add(from, to, apart);
      }
    }
    this.coloured = coloured.finish();
    this.isolated = isolated.finish();
  }
}, {
  decorations: (plugin) => plugin.coloured,
  provide: (plugin) => [
    EditorView.decorations.of((view) => view.plugin(plugin)?.isolated ?? Decoration.none),
    EditorView.bidiIsolatedRanges.of((view) => view.plugin(plugin)?.isolated ?? Decoration.none),
  ],
});

function* linesInView({ state: { doc }, visibleRanges }) {
  let from = 0;
  for (const range of visibleRanges) {
    from = Math.max(from, doc.lineAt(range.from).from);
    while (from <= range.to) {
      const one = doc.lineAt(from);
      yield one;
      from = one.to + 1;
    }
  }
}

function wordsAt(state, { from, to, text }) {
  if (state.field(conflicts).some((one) => one.from <= from && to <= one.to)) return [{ colour: "conflict", from, to }];
  return wordsOf(text).map((word) => ({ colour: word.colour, from: from + word.from, to: from + word.to }));
}

const indentOf = (text) => /^ */.exec(text)[0].length;

function mark(colour) {
  return kept(colour, () => Decoration.mark({ class: `word-${colour}` }));
}

function line(indent) {
  return kept(indent, () => Decoration.line({ attributes: { dir: "auto", style: `--in: ${indent}ch` } }));
}

function kept(name, make) {
  if (!made.has(name)) made.set(name, make());
  return made.get(name);
}

/** The extension that colours. */
export const colouring = [conflicts, colours, EditorView.perLineTextDirection.of(true)];

/** Give the name (an id) that a place touches, or null. */
export function nameAt(state, at) {
  const { from, text } = state.doc.lineAt(at);
  const word = wordsOf(text).find(({ colour, ...one }) => colour === "name" && one.from <= at - from && at - from <= one.to);
  return word ? { from: from + word.from, to: from + word.to, name: text.slice(word.from, word.to) } : null;
}

/** Give the name that a place touches, or else the first one in its line, or null. */
export function nameNear(state, at) {
  const { from, text } = state.doc.lineAt(at);
  const first = wordsOf(text).find(({ colour }) => colour === "name");
  return nameAt(state, at) ?? (first ? nameAt(state, from + first.from) : null);
}
