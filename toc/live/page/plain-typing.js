// Typing in a textarea: what the browser can undo, and indents that come by themselves.

/** Write as if it was typed, so that it can be undone. */
export function write(area, from, to, insert) {
  const focused = document.activeElement;
  area.focus();
  area.setSelectionRange(from, to);
  const done = document.execCommand(insert ? "insertText" : "delete", false, insert);
  if (!done && (insert || from !== to)) {
    area.setRangeText(insert, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (focused !== area && focused instanceof HTMLElement) focused.focus();
}

/** Enter keeps the indent of the line before; Ctrl with a bracket moves the line in or out. Says whether it did. */
export function keyTyped(event, area) {
  if (area.readOnly || event.isComposing) return false;
  const { selectionStart: at, value } = area;
  const start = value.lastIndexOf("\n", at - 1) + 1;
  const indent = /^[ \t]*/.exec(value.slice(start, at))[0];
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key === "Enter" && !ctrl && !event.altKey && !event.shiftKey && indent) write(area, at, area.selectionEnd, `\n${indent}`);
  else if (ctrl && event.key === "]") write(area, start, start, "  ");
  else if (ctrl && event.key === "[" && value.startsWith("  ", start)) write(area, start, start + 2, "");
  else return false;
  return true;
}
