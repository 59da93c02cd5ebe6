// How the pen behaves towards hands and eyes: keys, words, reading along. Its colours and sizes stand in editor.css.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, placeholder } from "@codemirror/view";
import { cards } from "./editor-card.js";
import { colouring } from "./editor-colours.js";
import { underlining } from "./editor-problems.js";
import { breakLine, moveIn, moveOut } from "./editor-typing.js";

const LABEL = "The theory as text";
const WRITING = "Tab moves a line further in, Shift and Tab back out. To leave the text, press Escape, then Tab. "
  + "Control and Space offer words. F8 goes to what was noticed.";
const READING = "This text is for reading. F8 goes to what was noticed.";
const BEGIN = "goal: the lasting change you want, and for whom";
const WORDS = {
  next: "next", previous: "back", all: "all of them", "match case": "same capitals", "by word": "whole words",
  regexp: "pattern", close: "close",
};

/** Everything that is the same for all files. @param {string} nonce allows the styles of the editor's parts */
export function look(nonce) {
  return [
    EditorView.cspNonce.of(nonce),
    EditorView.lineWrapping,
    EditorState.tabSize.of(4),
    EditorState.phrases.of(WORDS),
    history(),
    search({ top: true }),
    highlightActiveLine(),
    underlining,
    colouring,
    cards,
  ];
}

/** What differs between a text that one may write and one that one may only read. */
export function manner(writable) {
  const said = writable ? { "aria-description": WRITING } : { "aria-description": READING, "aria-readonly": "true" };
  return [
    EditorState.readOnly.of(!writable),
    EditorView.editable.of(writable),
    EditorView.editorAttributes.of({ class: writable ? "pen" : "pen for-reading" }),
    EditorView.contentAttributes.of({ "aria-label": LABEL, tabindex: "0", spellcheck: "false", autocapitalize: "off", ...said }),
    writable ? placeholder(BEGIN) : [],
  ];
}

/** The keys of the pen. `does` has what goes beyond the text itself; each gives whether the key was used. */
export function keys(does) {
  return keymap.of([
    { key: "Enter", run: breakLine, shift: breakLine },
    { key: "Tab", run: moveIn, shift: moveOut },
    { key: "F2", run: does.rename },
    { key: "F8", run: () => does.problem(1), shift: () => does.problem(-1) },
    { key: "Mod-.", run: does.fixes },
    { key: "Shift-Alt-f", run: does.tidy },
    { key: "Escape", run: does.leave },
    ...searchKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ]);
}
