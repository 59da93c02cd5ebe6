// Keys that work wherever one is on the page.

/**
 * @param {Object<string, () => void>} does what a key does, by its name; “Ctrl Enter” and the like with a space
 */
export function listenToKeys(does) {
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") || event.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey ? "Ctrl " : "";
    const shift = event.shiftKey ? "Shift " : "";
    const act = does[`${ctrl}${shift}${event.key}`];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }, { capture: true });
}

/** Go round the parts of the page: from the one with the keyboard to the next that can be seen. */
export function cycle(parts, back) {
  const seen = parts.filter(({ section }) => section.offsetParent !== null);
  const at = seen.findIndex(({ section }) => section.contains(document.activeElement));
  const next = seen[(at + (back ? -1 : 1) + seen.length) % seen.length];
  next?.focus();
}
