// The parking lot: lines that are no part of the theory yet. Each leads to where it stands in the text.

import { icon } from "./icons.js";
import { button, make, say } from "./make.js";
import { walk } from "./problems.js";

const HANDFUL = 4;

/** @param {HTMLElement} section @param {{go: (place: object) => void, where: (place: object) => string}} room */
export function makeParked(section, room) {
  const number = make("span", { class: "number" });
  const list = make("ul", {});
  const more = button("…", () => open(!all), { class: "quiet more" });
  section.append(make("h2", {}, "Parked ", number), list, more);
  section.hidden = true;
  list.addEventListener("keydown", (event) => walk(event, list));
  let notes = [];
  let all = false;
  let shown = "";

  function open(now) {
    all = now;
    render();
  }

  function show(parked) {
    notes = parked;
    render();
  }

  function render() {
    section.hidden = !notes.length;
    say(number, String(notes.length));
    more.hidden = notes.length <= HANDFUL;
    say(more.firstElementChild, all ? "Show fewer" : `and ${notes.length - HANDFUL} more`);
    more.setAttribute("aria-expanded", String(all));
    const some = all ? notes : notes.slice(0, HANDFUL);
    const now = JSON.stringify(some.map((note) => [note.file, note.text]));
    if (now === shown) return;
    shown = now;
    list.replaceChildren(...some.map((note, at) => make("li", {},
      make("button", { type: "button", class: "jump", onclick: () => room.go(notes[at]) },
        icon("note"), make("span", { class: "message", dir: "auto" }, note.text)))));
  }

  return { show };
}
