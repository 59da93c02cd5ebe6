// Changes of a text: what differs between two texts, and edits and CodeMirror's changes carried out on a text.

/** Find the one span in which two texts differ: `[from, to]` in the old one and what stands there in the new one. */
export function difference(old, now) {
  const most = Math.min(old.length, now.length);
  let from = 0;
  while (from < most && old[from] === now[from]) from += 1;
  let tail = 0;
  while (tail < most - from && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return { from, to: old.length - tail, insert: now.slice(from, now.length - tail) };
}

/** Say where a place of the old text is in the new one. */
export function carried(at, { from, to, insert }) {
  if (at <= from) return at;
  return at >= to ? at + insert.length - (to - from) : Math.min(at, from + insert.length);
}

/** Carry out edits, all of which are meant for this text; where two begin at one place the first comes first. */
export function edited(text, edits) {
  const parts = [];
  let at = 0;
  for (const { from, to, insert } of inOrder(edits)) {
    if (from < at) continue;
    parts.push(text.slice(at, from), insert);
    at = to;
  }
  return parts.join("") + text.slice(at);
}

/** Give the edits in the order of their places. */
export function inOrder(edits) {
  return [...edits].sort((one, other) => one.from - other.from || one.to - other.to);
}

/** Carry out the JSON of a CodeMirror ChangeSet: what is kept, and what is deleted and written instead. */
export function changed(text, changes) {
  const parts = [];
  let at = 0;
  for (const part of changes) {
    const [length, ...lines] = Array.isArray(part) ? part : [part];
    if (!Array.isArray(part)) parts.push(text.slice(at, at + length));
    else parts.push(lines.join("\n"));
    at += length;
  }
  return parts.join("") + text.slice(at);
}
