// Where a cursor is after others have written: the line it is in is found again, also where much changed around it.

import { carried, difference } from "./spans.js";

const MOST = 200_000;

/** Say where a place of the old text is in the new one. */
export function carry(old, now, at) {
  const by = difference(old, now);
  if (at <= by.from || at > by.to) return carried(at, by);
  const part = within(old.slice(by.from, by.to).split("\n"), by.insert.split("\n"), at - by.from);
  return part === null ? carried(at, by) : by.from + Math.min(part, by.insert.length);
}

/** The same between two lists of lines; null where they are too long to compare. */
function within(old, now, at) {
  const same = matched(old, now);
  if (!same) return null;
  const line = lineAt(old, at);
  const start = startOf(old, line);
  if (same.has(line)) return startOf(now, same.get(line)) + at - start;
  const [first, last] = around(same, line, old.length, now.length);
  const from = startOf(old, first.old);
  const text = old.slice(first.old, last.old).join("\n");
  return startOf(now, first.now) + carried(at - from, difference(text, now.slice(first.now, last.now).join("\n")));
}

/** Find the lines that both have, in order: the longest such row. Gives the new line of each old one. */
function matched(old, now) {
  const [height, width] = [old.length + 1, now.length + 1];
  if (height * width > MOST) return null;
  const best = new Uint16Array(height * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const on = best[(i + 1) * width + j + 1] + 1;
      best[i * width + j] = old[i] === now[j] ? on : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  const same = new Map();
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    if (old[i] === now[j]) same.set(i++, j++);
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return same;
}

/** Give the stretch between the nearest lines, before and after, that both have. */
function around(same, line, oldEnd, nowEnd) {
  let first = { old: 0, now: 0 };
  let last = { old: oldEnd, now: nowEnd };
  for (const [i, j] of same) {
    if (i < line) first = { old: i + 1, now: j + 1 };
    else if (i < last.old) last = { old: i, now: j };
  }
  return [first, last];
}

function lineAt(lines, at) {
  let line = 0;
  for (let end = lines[0].length; end < at && line < lines.length - 1; end += 1 + lines[line].length) line += 1;
  return line;
}

function startOf(lines, line) {
  return lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
}
