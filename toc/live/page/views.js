// Views: everything, one pathway, one partner, or what leads to a box and follows from it. There is always a way back.

import { icon } from "./icons.js";
import { button, make, say } from "./make.js";

const GROUPS = [["pathway", "Pathways"], ["partner", "Partners"]];
const BOXES = ["goal", "outcome", "output", "activity", "input", "condition", "barrier"];

/** @param {HTMLElement} tools the bar above the picture @param {(view: object | null) => void} look */
export function makeViews(tools, look) {
  const choice = make("select", { "aria-label": "What the picture shows", class: "views", onchange: chosen });
  const words = make("span", {});
  const back = make("div", { class: "way-back", hidden: true }, words,
    button("Show everything", () => set(null), { sign: icon("back"), class: "main" }));
  tools.prepend(choice);
  tools.after(back);
  let view = null;
  let places = {};
  let box = null;
  let offered = "";

  function chosen() {
    const [what, id] = JSON.parse(choice.value);
    set(what ? { [what]: id } : null);
  }

  function set(now) {
    view = now;
    const [what, id] = Object.entries(view ?? {})[0] ?? [];
    const name = id === undefined ? "" : shortened(places[id]?.text || id, 32);
    const said = {
      pathway: `Only the pathway ‘${name}’`,
      partner: `Only what ‘${name}’ is part of`,
      focus: `Only what ‘${name}’ rests on and leads to`,
    };
    const held = back.contains(document.activeElement);
    back.hidden = !view;
    if (held && !view) choice.focus();
    say(words, said[what] ?? "");
    offer();
    look(view);
  }

  function offer() {
    const now = JSON.stringify([view, box, GROUPS.map(([kind]) => ofKind(kind))]);
    if (now === offered || document.activeElement === choice) return;
    offered = now;
    const option = (what, id, text) => make("option", { value: JSON.stringify([what, id]) }, text);
    const groups = GROUPS.map(([kind, title]) => [title, ofKind(kind).map(([id, text]) => option(kind, id, text))]);
    const around = [...new Set([box, view?.focus])].filter((id) => id && places[id]);
    groups.push(["Around a box", around.map((id) => option("focus", id, shortened(places[id].text || id)))]);
    choice.replaceChildren(option(null, null, "Everything"),
      ...groups.filter(([, all]) => all.length).map(([title, all]) => make("optgroup", { label: title }, ...all)));
    choice.value = JSON.stringify(Object.entries(view ?? {})[0] ?? [null, null]);
  }

  function ofKind(kind) {
    return Object.entries(places).filter(([, place]) => place.kind === kind).map(([id, { text }]) => [id, shortened(text || id)]);
  }

  return {
    set,
    /** Take the places of a new reading. */
    know(now) {
      places = now;
      offer();
    },
    /** Say which box one is on, so that it can be chosen. */
    on(id) {
      box = id && BOXES.includes(places[id]?.kind) ? id : box;
      offer();
    },
    around: () => box && set(view?.focus === box ? null : { focus: box }),
    get view() { return view; },
  };
}

function shortened(text, most = 44) {
  return text.length > most ? `${text.slice(0, most - 2).trimEnd()}…` : text;
}
