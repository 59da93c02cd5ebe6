// A small card beside a place in the text: a question, a choice, a sentence. There is one at a time.

import { StateEffect, StateField, Transaction } from "@codemirror/state";
import { EditorView, showTooltip } from "@codemirror/view";
import { make } from "./make.js";

const put = StateEffect.define();

const card = StateField.define({
  create: () => null,
  update(now, transaction) {
    for (const effect of transaction.effects) if (effect.is(put)) return effect.value;
    if (!now) return null;
    const moved = transaction.selection || (transaction.docChanged && !transaction.annotation(Transaction.remote));
    if (moved && !now.stays) return null;
    return transaction.docChanged ? { ...now, pos: transaction.changes.mapPos(now.pos) } : now;
  },
  provide: (field) => showTooltip.from(field),
});

/** The extension that shows cards. */
export const cards = card;

/**
 * Show a card. One that `stays` is put away by itself only, another one when the person goes on writing.
 * @param {EditorView} view @param {number} at
 * @param {HTMLElement} element @param {{stays?: boolean, focus?: HTMLElement | null}} [how]
 */
export function showCard(view, at, element, { stays = false, focus = null } = {}) {
  const inside = make("div", { class: "card-at-cursor" }, element);
  const create = () => ({ dom: inside, mount: () => focus?.focus() });
  view.dispatch({ effects: put.of({ pos: at, create, stays, above: false }) });
}

/** Put the card away; says whether there was one. */
export function hideCard(view) {
  const had = view.state.field(card, false) ?? null;
  if (!had) return false;
  const within = view.dom.querySelector(".card-at-cursor")?.contains(document.activeElement);
  view.dispatch({ effects: put.of(null) });
  if (within) view.focus();
  return true;
}

/** Say where the card is now, or null. */
export function cardAt(view) {
  return view.state.field(card, false)?.pos ?? null;
}

/** Say a sentence at the cursor, to eyes and ears. */
export function tell(view, sentence) {
  showCard(view, view.state.selection.main.head, make("p", {}, sentence));
  view.dispatch({ effects: EditorView.announce.of(sentence) });
}
