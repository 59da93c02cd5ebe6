// The pen with colours: CodeMirror, wired to the room.
//
// One editor shows one file at a time; of the others it keeps what was written, with cursor and undo. Whatever the
// server says of a place is about some version of the text; it is moved to where that place is by now.

import { collab } from "@codemirror/collab";
import { Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { askName, explaining, offering } from "./editor-asking.js";
import { hideCard, tell } from "./editor-card.js";
import { keys, look, manner } from "./editor-look.js";
import { goToProblem, openFixes, showProblems } from "./editor-problems.js";
import { makeSheet } from "./editor-sharing.js";

const TRIES = 3;
const LEAVING = 3000;

/**
 * Make the pen. The other one, plain.js, does the same.
 * @param {{parent: HTMLElement, connection: import("./connection.js").Connection, nonce: string, may: "write" | "read",
 *   onCursor?: (at: number) => void, onOtherEdits?: (edits: object[]) => void}} page
 *   `onOtherEdits` gets what a rename or a fix changes in other files
 */
export function makePen({ parent, connection, nonce, may, onCursor, onOtherEdits }) {
  const sheets = new Map();
  const reading = new Compartment();
  const offers = [offering(ask), explaining(ask), EditorView.updateListener.of(heard)];
  const pressed = keys({ rename, tidy, fixes, problem: (by) => goToProblem(view, by), leave });
  let shown = null;
  let closed = false;
  const view = new EditorView({ parent, state: begun("", false) });

  function begun(doc, writable) {
    return EditorState.create({ doc, extensions: [collab(), offers, pressed, look(nonce), reading.of(manner(writable))] });
  }

  function heard({ docChanged, selectionSet, state, transactions }) {
    if (!shown) return;
    shown.state = state;
    if (transactions.some((one) => one.docChanged && !one.annotation(Transaction.remote))) shown.sheet.changed();
    if (selectionSet || docChanged) onCursor?.(state.selection.main.head);
  }

  /** Show a document of the server: one that is new here, or the newest of one that is known. */
  function open(document) {
    const writable = may === "write" && document.writable;
    const known = sheets.get(document.file);
    const one = known ?? begin(document, writable);
    if (one !== shown) show(one);
    if (known) view.dispatch({ effects: reading.reconfigure(manner(writable)) });
    one.reopening = false;
    if (known) one.sheet.open({ ...document, writable });
    for (const other of sheets.values()) if (other !== one && writable) other.sheet.catchUp(document.run);
  }

  function begin(document, writable) {
    const one = { state: begun(document.text, writable), scroll: null, reopening: false };
    one.sheet = makeSheet(document, {
      send: connection.send,
      state: () => (one === shown ? view.state : one.state),
      dispatch(transaction) {
        if (one === shown) view.dispatch(transaction);
        else one.state = transaction.state;
      },
      reopen() {
        one.reopening = connection.send({ type: "open", file: document.file });
      },
    });
    sheets.set(document.file, one);
    return one;
  }

  function show(one) {
    if (shown) shown.scroll = view.scrollSnapshot();
    shown = one;
    view.setState(one.state);
    if (one.scroll) view.dispatch({ effects: one.scroll });
  }

  /** Ask about a place; the answer's places are those of the text of now. Rejects with a sentence. */
  async function ask(what, at, rest = {}) {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const one = shown;
      if (!(await one?.sheet.sent())) break;
      const expected = one.sheet.expected();
      const answer = await connection.ask(what, { file: one.sheet.file, at: at(), ...rest });
      if (closed || one !== shown) break;
      const sure = answer.version ?? (one.sheet.synced() === expected ? expected : null);
      const changes = sure === null ? null : one.sheet.since(sure);
      if (changes) return { ...answer, ...moved(answer, changes), edits: ofNow(answer.edits ?? [], changes) };
    }
    throw new Error("This could not be looked up just now. Try again.");
  }

  /** Move the edits of the file that is shown to where their places are by now. */
  function ofNow(edits, changes) {
    return edits.map((edit) => (isHere(edit) ? { ...edit, ...moved(edit, changes) } : edit));
  }

  function isHere({ file }) {
    return !file || file === shown?.sheet.file;
  }

  /** Carry out edits of the text of now as this person's own; those of other files are handed on. */
  function put(edits) {
    const changes = edits.filter(isHere).map(({ from, to, insert }) => ({ from, to, insert }));
    const others = edits.filter((edit) => !isHere(edit));
    if (view.state.readOnly) return;
    if (changes.length) view.dispatch({ changes, userEvent: "input.edit" });
    if (others.length) onOtherEdits?.(others);
  }

  /** Carry out edits of a version of the text; false where nobody knows any more what they would change in this one. */
  function apply(edits, version = shown?.sheet.synced()) {
    const changes = shown?.sheet.since(version);
    const fits = Boolean(changes) && edits.every((edit) => !isHere(edit) || edit.to <= changes.length);
    if (fits) put(ofNow(edits, changes));
    return fits;
  }

  function problems(list, version = shown?.sheet.synced()) {
    const changes = shown?.sheet.since(version);
    if (!changes) return;
    const here = list.filter((one) => isHere(one) && one.to <= changes.length);
    const fix = view.state.readOnly ? undefined : (edits) => apply(edits, version);
    showProblems(view, here.map((one) => ({ ...one, ...moved(one, changes) })), fix);
  }

  function reveal(from, to = from) {
    const [anchor, head] = [from, to].map((at) => Math.min(Math.max(at, 0), view.state.doc.length));
    view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  }

  function rename() {
    return askName(view, ask, put);
  }

  function tidy() {
    if (!view.state.readOnly) ask("format", () => 0).then(({ edits }) => put(edits), ({ message }) => tell(view, message));
    return true;
  }

  function fixes() {
    return openFixes(view);
  }

  /** Escape puts the card away, or what is selected; Tab then leads out of the text, whichever it was. */
  function leave() {
    view.setTabFocusMode(LEAVING);
    return hideCard(view);
  }

  listen(connection, (file, does) => {
    const one = closed ? undefined : sheets.get(file);
    if (one) does(one, one === shown);
  }, open);
  connection.on("state", ({ state }) => {
    if (state === "lost") for (const { sheet } of sheets.values()) sheet.lost();
  });

  return {
    open, problems, reveal, apply, rename, tidy, fixes,
    updates: (message) => sheets.get(message.file)?.sheet.updates(message),
    text: (message) => sheets.get(message.file)?.sheet.text(message),
    focus: () => view.focus(),
    value: () => view.state.doc.toString(),
    close() {
      closed = true;
      view.destroy();
    },
  };
}

/** Hear what the page does not hand to the pen: about files that are not shown, and how all of them are doing. */
function listen(connection, withFile, open) {
  const on = (type, does) => connection.on(type, (message) => withFile(message.file, (one, shown) => does(one, message, shown)));
  on("updates", ({ sheet }, message, shown) => shown || sheet.updates(message));
  on("text", ({ sheet }, message, shown) => shown || sheet.text(message));
  on("saving", ({ sheet }, { state }) => sheet.saving(state));
  on("refused", ({ sheet }) => sheet.refused());
  on("document", ({ reopening }, message, shown) => shown && reopening && open(message));
}

/** Give a stretch as it lies after some changes. */
function moved({ from, to }, changes) {
  if (typeof from !== "number") return {};
  const start = changes.mapPos(from, 1);
  return { from: start, to: Math.max(start, changes.mapPos(to, -1)) };
}
