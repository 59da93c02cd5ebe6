// The mark on the picture for lines that could not be read: the rest of the picture stands, and the mark leads there.

import { icon } from "./icons.js";
import { button, count, say } from "./make.js";

/** @param {HTMLElement} tools @param {(problem: object) => void} go */
export function makeUnread(tools, go) {
  let first = null;
  const mark = button("…", () => first && go(first), { class: "unread", sign: icon("line"), hidden: true });
  tools.lastElementChild.before(mark);

  /** @param {number} lines how many could not be read @param {object[]} problems */
  function show(lines, problems) {
    mark.hidden = !lines;
    first = problems.find(({ unread }) => unread) ?? problems[0] ?? null;
    if (lines) say(mark.lastElementChild, `${count(lines, "line", "lines")} could not be read`);
  }

  return { show };
}
