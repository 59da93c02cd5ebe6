// The card: the eight words, and the keys. It lies beside the text, so that one can write with it in view.

import { icon } from "./icons.js";
import { button, CTRL, make } from "./make.js";

const KEYS = [
  ["F1", "this card"],
  ["F2", "rename what the cursor is on, everywhere"],
  ["F4", "show the box of this line in the picture"],
  ["F6", "from the text to the picture to the list"],
  ["F8", "next thing that was noticed"],
  ["F9", "projector view, and back"],
  ["Enter", "on a box: to its line"],
  [`${CTRL} Space`, "what could stand here"],
  [`${CTRL} .`, "what would settle it"],
  ["Alt Shift F", "tidy the text"],
  [`${CTRL} Z`, "take back what I did"],
  ["Tab  Shift Tab", "move the line in, out"],
  ["Esc  Tab", "leave the text"],
  ["← ↑ ↓ →", "in the picture: move it, or go from box to box"],
  ["+  −  0", "in the picture: larger, smaller, all of it"],
  ["O", "on a box: only what touches it, and back"],
];

/** @param {HTMLElement} room where the card lies @param {(open: boolean) => void} tell */
export function makeCard(room, tell) {
  const words = make("dl", { class: "words" });
  const keys = make("dl", { class: "keys" }, ...KEYS.map(([key, does]) => row(press(key), does)));
  const away = button("", close, { class: "quiet", sign: icon("close"), label: "Put the card away (Esc)" });
  const card = make("aside", { class: "card scrolls", "aria-labelledby": "card-name", hidden: true, tabindex: "-1" },
    make("div", { class: "top" }, make("h2", { id: "card-name" }, "Eight words are enough"), away),
    words,
    make("p", { class: "hint" }, "Move a line in, and it leads to the line above it. Anything else you type is parked, never lost."),
    make("h3", {}, "Keys"), keys);
  room.append(card);
  let before = null;

  function show(open) {
    if (open === !card.hidden) return;
    if (open) before = document.activeElement;
    const within = card.contains(document.activeElement);
    card.hidden = !open;
    if (!open && within) before?.focus();
    tell(open);
  }

  /** Put the card away; says whether it was there. */
  function close() {
    const was = !card.hidden;
    show(false);
    return was;
  }

  return {
    toggle: () => show(card.hidden),
    close,
    hello: ({ card: lines }) => words.replaceChildren(...(lines ?? []).map((line) => row(coloured(line.write), line.for))),
  };
}

/** Colour the word that begins a line. */
function coloured(line) {
  const [, word, rest] = /^(\S+?)(:?(?: .*)?)$/.exec(line) ?? [line, "", line];
  return make("code", {}, make("b", {}, word), rest);
}

function row(what, means) {
  return make("div", {}, make("dt", {}, what), make("dd", {}, means));
}

function press(keys) {
  return keys.split("  ").flatMap((one) => [...one.split(" ").map((key) => make("kbd", {}, key)), " "]);
}
