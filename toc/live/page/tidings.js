// Tidings: bars across the top that say plainly what is not as it should be, and what can be done. One for each cause.

import { icon } from "./icons.js";
import { button, make } from "./make.js";

/** @param {HTMLElement} place @param {() => void} back takes the keyboard where a bar that had it goes away */
export function makeTidings(place, back) {
  const bars = new Map();
  const shown = new Map();
  place.setAttribute("role", "status");

  /**
   * Say something, or, without a sentence, nothing more of this cause.
   * @param {string} cause @param {string | null} sentence
   * @param {{sign?: string, offers?: [string, () => void][], away?: boolean}} [how] `away`: it can be put away
   */
  function tell(cause, sentence, { sign = "warning", offers = [], away = false } = {}) {
    const now = sentence && JSON.stringify([sentence, offers.map(([words]) => words)]);
    if (now === (shown.get(cause) ?? null)) return;
    shown.set(cause, now);
    const held = bars.get(cause)?.contains(document.activeElement) ?? false;
    bars.get(cause)?.remove();
    bars.delete(cause);
    if (held) back();
    if (!sentence) return;
    const bar = make("div", { class: `bar ${sign}`, "data-cause": cause }, icon(sign), make("p", {}, sentence),
      ...offers.map(([words, act]) => button(words, act)),
      away ? button("", () => tell(cause, null), { class: "quiet", sign: icon("close"), label: "Put this away" }) : null);
    bars.set(cause, bar);
    place.append(bar);
  }

  return { tell };
}
