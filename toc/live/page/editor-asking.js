// What the server knows about a place: what could stand there, what a name is about, how it is called everywhere.
//
// A question is asked about the text that the server has; an answer that came too late is dropped. Nobody waits for one.

import { acceptCompletion, autocompletion, closeCompletion, completionKeymap, selectedCompletion } from "@codemirror/autocomplete";
import { Prec } from "@codemirror/state";
import { hoverTooltip, keymap } from "@codemirror/view";
import { cardAt, hideCard, showCard, tell } from "./editor-card.js";
import { nameAt, nameNear } from "./editor-colours.js";
import { make } from "./make.js";
import { wordsOf } from "./words.js";

const BEGINNING = /^\s*[\p{L}\p{M}-]+$/u;
const NAMING = /^\s*(?:by|ignore|call)\s[^:：]*$/iu;

/**
 * @typedef {(what: string, at: () => number, rest?: object) => Promise<any>} Ask  rejects with a sentence
 * @typedef {import("@codemirror/view").EditorView} EditorView
 */

/** The extension that offers words while one types, and with Ctrl-Space. @param {Ask} ask */
export function offering(ask) {
  return [
    autocompletion({
      override: [(context) => offered(context, ask)],
      defaultKeymap: false,
      icons: false,
      activateOnCompletion: ({ apply }) => /\s$/.test(apply),
    }),
    Prec.highest(keymap.of([
      ...completionKeymap.map((one) => (one.key === "Enter" ? { ...one, run: acceptOrBreak } : one)),
      { key: "Tab", run: acceptCompletion },
    ])),
  ];
}

async function offered(context, ask) {
  const line = context.state.doc.lineAt(context.pos);
  if (context.state.readOnly || !(context.explicit || isPlaceForOffers(line.text.slice(0, context.pos - line.from)))) return null;
  const at = () => context.view.state.selection.main.head;
  const answer = await ask("complete", at).catch(() => null);
  if (!answer || context.aborted) return null;
  // The server has chosen by names and by texts, and put the best first; nothing is left to choose here.
  // The answer counts from the text of now, offers count from the text of the question: the columns are the same.
  const now = context.view.state.doc.lineAt(at());
  const { from, to, options } = answer;
  return {
    from: line.from + from - now.from,
    to: Math.max(line.from + to - now.from, context.pos),
    options: options.map(({ label, insert, detail, kind }) => ({ label, detail, type: kind, apply: insert })),
    filter: false,
  };
}

/** Say whether words are offered unasked: at the start of a line, behind an arrow or `by`, and behind a detail. */
function isPlaceForOffers(before) {
  if (BEGINNING.test(before) || NAMING.test(before)) return true;
  const [first, ...rest] = wordsOf(before);
  if (first?.name === "ARROW") return rest.every(({ colour }) => colour !== "text");
  return first?.name === "KEY" || first?.name === "NAMED_KEY";
}

/** Take the offer; where it is what stands there already, Enter begins a new line as anywhere else. */
function acceptOrBreak(view) {
  const offer = selectedCompletion(view.state);
  const { head } = view.state.selection.main;
  const before = view.state.sliceDoc(view.state.doc.lineAt(head).from, head);
  if (!offer || !before.endsWith(String(offer.apply).trimEnd())) return acceptCompletion(view);
  closeCompletion(view);
  return false;
}

/** The extension that says what a name is about, when the mouse rests on it. @param {Ask} ask */
export function explaining(ask) {
  return hoverTooltip(async (view, at) => {
    const name = nameAt(view.state, at);
    const { doc } = view.state;
    const answer = name && (await ask("hover", () => at).catch(() => null));
    if (!answer || answer.nothing || doc !== view.state.doc) return null;
    const dom = make("div", { class: "about" }, ...answer.lines.map((line) => make("p", {}, line)));
    return { pos: answer.from, end: answer.to, above: true, create: () => ({ dom }) };
  }, { hoverTime: 350 });
}

/**
 * Ask for another name of what the cursor is on, and give it that name everywhere.
 * @param {EditorView} view @param {Ask} ask @param {(edits: object[]) => void} apply
 */
export function askName(view, ask, apply) {
  const found = nameNear(view.state, view.state.selection.main.head);
  if (view.state.readOnly) return true;
  if (!found) {
    tell(view, "There is no name in this line. A name stands between the first word and the colon.");
    return true;
  }
  const field = make("input", { value: found.name, "aria-label": `New name for ${found.name}`, autocomplete: "off", spellcheck: "false" });
  const trouble = make("p", { class: "trouble", role: "alert" });
  const form = make("form", { class: "renaming", onsubmit: go, onkeydown: leave },
    make("label", {}, `New name for ‘${found.name}’`, field), trouble,
    make("p", { class: "quiet" }, "Enter: rename everywhere. Escape: leave it."));

  async function go(event) {
    event.preventDefault();
    const name = field.value.trim();
    if (!name || name === found.name) return void hideCard(view);
    try {
      const { edits } = await ask("rename", () => cardAt(view) ?? found.from, { name });
      hideCard(view);
      apply(edits);
      view.focus();
    } catch (why) {
      trouble.textContent = why.message;
    }
  }

  function leave(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    hideCard(view);
  }

  showCard(view, found.from, form, { stays: true, focus: field });
  field.select();
  return true;
}
