// For test_colours.py: reads texts, one line of JSON each, and answers with the words that the page finds in them.

import {createInterface} from "node:readline";
import {conflictsIn, wordsOf} from "../../toc/live/page/words.js";

function wordsIn(text) {
  const conflicts = conflictsIn(text);
  const words = conflicts.map(({from, to}) => ["CONFLICT", from, to]);
  let from = 0;
  for (const line of text.split("\n")) {
    if (!conflicts.some((conflict) => conflict.from <= from && from <= conflict.to))
      words.push(...wordsOf(line).map((word) => [word.name, from + word.from, from + word.to]));
    from += line.length + 1;
  }
  return words.sort((one, other) => one[1] - other[1]);
}

for await (const line of createInterface({input: process.stdin}))
  process.stdout.write(`${JSON.stringify(wordsIn(JSON.parse(line)))}\n`);
