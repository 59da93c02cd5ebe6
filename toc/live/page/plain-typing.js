// Typing in a textarea: what the browser can undo, and indents that come by themselves.

/** Write as if it was typed, so that it can be undone. */
export function write(area, from, to, insert) {
  const focused = document.activeElement;
  area.focus();
  area.setSelectionRange(from, to);
  const done = from === to && !insert ? true : document.execCommand(insert ? "insertText" : "delete", false, insert);
  if (!done) {
    area.setRangeText(insert, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (focused !== area && focused instanceof HTMLElement) focused.focus();
}

let leaving = false;

/**
 * Enter keeps the indent of the line before; Tab moves lines in, Shift and Tab out; after Escape, Tab leaves the text.
 * Says whether it did something.
 */
export function keyTyped(event, area) {
  const leaves = leaving;
  leaving = event.key === "Escape" || (leaving && event.key === "Shift");
  if (area.readOnly || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === "Enter" && !event.shiftKey) return breakLine(area);
  if (event.key === "Tab" && !leaves) return moveLines(area, event.shiftKey);
  return false;
}

function breakLine(area) {
  const { selectionStart: at, value } = area;
  const indent = /^[ \t]*/.exec(value.slice(value.lastIndexOf("\n", at - 1) + 1, at))[0];
  if (indent) write(area, at, area.selectionEnd, `\n${indent}`);
  return Boolean(indent);
}

function moveLines(area, out) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const start = value.lastIndexOf("\n", from - 1) + 1;
  const end = value.indexOf("\n", Math.max(from, to - 1));
  const old = value.slice(start, end < 0 ? value.length : end);
  const now = old.split("\n").map((line) => (out ? line.replace(/^( {1,2}|\t)/, "") : line && `  ${line}`)).join("\n");
  const alone = from === to;
  write(area, start, start + old.length, old || out ? now : "  ");
  const by = area.value.length - value.length;
  area.setSelectionRange(alone ? Math.max(start, from + by) : start, Math.max(start, to + by));
  return true;
}
