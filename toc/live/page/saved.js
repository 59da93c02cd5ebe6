// Whether the file has what is on the page: quiet while it has, plain when it has not.

import { icon } from "./icons.js";
import { make, say } from "./make.js";

const WORDS = { saved: "Saved", saving: "Saving…", trouble: "Not saved", lost: "Kept in this page" };
const SIGNS = { trouble: "error", lost: "unlinked" };
const SLOW = 1200;

/**
 * @param {HTMLElement} bar @param {ReturnType<import("./tidings.js").makeTidings>} tidings
 * @param {{settle: (file: string, how: string) => void, changed: () => void}} page
 */
export function makeSaved(bar, tidings, page) {
  const words = make("span", {});
  const place = make("p", { class: "saved", hidden: true }, icon("fine"), words);
  bar.append(place);
  const states = new Map();
  let isLost = false;
  let timer = 0;

  function show({ file, state, message, offers }) {
    states.set(file, state);
    const again = ["Write it again", () => page.settle(file, "write-again")];
    const offered = (offers ?? []).includes("write-again") ? [again] : [];
    tidings.tell(`file ${file}`, state === "trouble" ? message : null, { sign: "error", offers: offered });
    clearTimeout(timer);
    if (state === "saving") timer = setTimeout(render, SLOW);
    else render();
    page.changed();
  }

  function troubled() {
    return [...states.values()].includes("trouble");
  }

  function render() {
    const all = [...states.values()];
    const state = isLost ? "lost" : ["trouble", "saving"].find((one) => all.includes(one)) ?? "saved";
    place.hidden = !all.length;
    place.dataset.state = state;
    say(words, WORDS[state]);
    place.firstElementChild.replaceWith(icon(SIGNS[state] ?? "fine"));
  }

  /** A file was opened: what the page shows is what the file has, until the server says otherwise. */
  function opened(file) {
    if (!states.has(file)) states.set(file, "saved");
    render();
  }

  /** Nobody hears this page, or somebody does again: nothing is said of files that cannot be known. */
  function lost(now) {
    isLost = now;
    render();
  }

  return { show, opened, lost, troubled };
}
