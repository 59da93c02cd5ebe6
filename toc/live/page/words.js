/**
 * Reads a line into its words, as the grammar does (`tokens.js`), so that the page can colour it without asking.
 *
 * A line is read alone; only a conflict that git left behind spans lines, and it is looked for in the whole text.
 */

import { CONFLICT, STATES, TERMINALS } from "./tokens.js";

/**
 * Give the words of one line, without what only separates them.
 * @param {string} line  without its end
 * @returns {{name: string, colour: string, from: number, to: number}[]}  offsets within the line
 */
export function wordsOf(line) {
  const words = [];
  let state = 0;
  let from = 0;
  while (from < line.length) {
    const step = next(line, from, state);
    if (!step) break;
    const [name, colour] = TERMINALS[step.terminal];
    if (colour) words.push({ name, colour, from, to: step.to });
    ({ to: from, state } = step);
  }
  return words;
}

function next(line, from, state) {
  for (const [terminal, then] of STATES[state]) {
    const regex = TERMINALS[terminal][2];
    regex.lastIndex = from;
    if (regex.test(line)) return { terminal, to: regex.lastIndex, state: then };
  }
  return null;
}

/**
 * Give the conflicts of git in a text, in order.
 * @param {string} text
 * @returns {{from: number, to: number}[]}
 */
export function conflictsIn(text) {
  const found = [];
  let from = text.indexOf("<<<<<<<");
  while (from >= 0) {
    CONFLICT.lastIndex = from;
    const begins = from === 0 || text[from - 1] === "\n";
    const to = begins && CONFLICT.test(text) ? CONFLICT.lastIndex : 0;
    if (to) found.push({ from, to });
    from = text.indexOf("<<<<<<<", to || from + 1);
  }
  return found;
}
