// One line below the plain pen: what was noticed in the line one is on, and what would settle it.

import { button, make, say } from "./make.js";
import { keyTyped } from "./plain-typing.js";

export function makeHints(apply, back) {
  const words = make("p", {});
  const fixes = make("div", { class: "fixes" });
  const element = make("div", { class: "plain-hints", hidden: true }, words, fixes);
  let shown = null;

  function tell(sentence) {
    say(words, sentence);
    element.hidden = !sentence;
  }

  /** Show what was noticed between two places of the text. */
  function show(problems, { from, to }, mayWrite) {
    const here = problems.find((problem) => problem.from <= to && problem.to >= from) ?? null;
    const now = JSON.stringify(here);
    if (now === shown) return;
    shown = now;
    tell(here?.message ?? "");
    const offered = mayWrite && here ? here.fixes : [];
    fixes.replaceChildren(...offered.map((fix) => button(fix.label, () => {
      apply(fix.edits);
      back();
    })));
  }

  function askName(go) {
    const field = make("input", { "aria-label": "New name", autocomplete: "off", spellcheck: "false" });
    const leave = () => {
      shown = null;
      fixes.replaceChildren();
      tell("");
      back();
    };
    const done = () => {
      const name = field.value.trim();
      leave();
      if (name) go(name);
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") done();
      else if (event.key === "Escape") leave();
      else return;
      event.preventDefault();
    });
    tell("What shall it be called, everywhere?");
    fixes.replaceChildren(field, button("Rename", done, { class: "main" }), button("Leave it", leave));
    field.focus();
  }

  return {
    element,
    show,
    askName,
    tell,
    focus: () => (fixes.querySelector("button") ?? { focus: back }).focus(),
    typed: (event, area) => keyTyped(event, area) && event.preventDefault(),
  };
}
