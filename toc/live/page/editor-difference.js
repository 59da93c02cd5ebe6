// What differs between two texts, as a change that leaves alone whatever they share, so that a cursor stays with its words.

import { ChangeSet } from "@codemirror/state";
import { difference } from "./spans.js";

const MOST_COMPARED = 250_000;

/**
 * Give the change from one text to the other, or null where they are the same.
 * @param {string} before @param {string} after @returns {ChangeSet | null}
 */
export function changeBetween(before, after) {
  if (before === after) return null;
  const changes = hunks(linesOf(before), linesOf(after)).map(({ at, gone, come }) => {
    const { from, to, insert } = difference(gone, come);
    return { from: at + from, to: at + to, insert };
  });
  return ChangeSet.of(changes, before.length);
}

/** Take a text apart into lines that keep their ends. */
function linesOf(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Give the runs of lines that the texts do not share: where they begin, what goes and what comes. */
function hunks(olds, news) {
  const found = [];
  let [one, other, at] = [0, 0, 0];
  for (const [next, twin] of [...sharedLines(olds, news), [olds.length, news.length]]) {
    const [gone, come] = [olds.slice(one, next).join(""), news.slice(other, twin).join("")];
    if (gone !== come) found.push({ at, gone, come });
    at += gone.length + (olds[next]?.length ?? 0);
    [one, other] = [next + 1, twin + 1];
  }
  return found;
}

/** Give pairs of lines that are the same, in order; of long stretches that differ, none within. */
function sharedLines(olds, news) {
  const most = Math.min(olds.length, news.length);
  let head = 0;
  while (head < most && olds[head] === news[head]) head += 1;
  let tail = 0;
  while (tail < most - head && olds.at(-1 - tail) === news.at(-1 - tail)) tail += 1;
  const [end, newEnd] = [olds.length - tail, news.length - tail];
  const within = pairsOf(olds.slice(head, end), news.slice(head, newEnd));
  return [
    ...Array.from({ length: head }, (_, at) => [at, at]),
    ...within.map(([one, other]) => [head + one, head + other]),
    ...Array.from({ length: tail }, (_, at) => [end + at, newEnd + at]),
  ];
}

function pairsOf(olds, news) {
  if (olds.length * news.length > MOST_COMPARED) return [];
  const wide = news.length + 1;
  const best = new Uint32Array((olds.length + 1) * wide);
  for (let one = olds.length - 1; one >= 0; one -= 1) {
    for (let other = news.length - 1; other >= 0; other -= 1) {
      const here = one * wide + other;
      best[here] = olds[one] === news[other] ? best[here + wide + 1] + 1 : Math.max(best[here + wide], best[here + 1]);
    }
  }
  return followed(olds, news, best, wide);
}

function followed(olds, news, best, wide) {
  const pairs = [];
  let [one, other] = [0, 0];
  while (one < olds.length && other < news.length) {
    const here = one * wide + other;
    if (olds[one] === news[other]) pairs.push([one++, other++]);
    else if (best[here + wide] >= best[here + 1]) one += 1;
    else other += 1;
  }
  return pairs;
}
