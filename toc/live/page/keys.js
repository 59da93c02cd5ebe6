// Keys that work wherever one is on the page.

/**
 * @param {Object<string, (event: KeyboardEvent) => void | false>} does what a key does, by its name, such as
 *   “Ctrl Enter” or “Alt Shift F”; false leaves the key to whatever has the keyboard
 */
export function listenToKeys(does) {
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") || event.isComposing) return;
    const act = does[nameOf(event)];
    if (!act || act(event) === false) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}

/**
 * Hear Escape wherever one is on the page, unless an open sheet or whatever has the keyboard has a use for it.
 * @param {(target: Element) => void} putAway gets what has the keyboard
 */
export function listenToEscape(putAway) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    if (!document.querySelector("dialog[open]")) putAway(/** @type {Element} */ (event.target));
  });
}

/** Name a press of keys; with Alt, letters are named by where they are, because they give other characters there. */
function nameOf({ altKey, code, ctrlKey, key, metaKey, shiftKey }) {
  const held = [ctrlKey || metaKey ? "Ctrl " : "", altKey ? "Alt " : "", shiftKey ? "Shift " : ""].join("");
  return held + (altKey ? code.replace(/^Key/, "") : key);
}

/** Go round the parts of the page: from the one with the keyboard to the next that can be seen. */
export function cycle(parts, back) {
  const seen = parts.filter(({ section }) => section.offsetParent !== null);
  const at = seen.findIndex(({ section }) => section.contains(document.activeElement));
  const next = seen[(at + (back ? -1 : 1) + seen.length) % seen.length];
  next?.focus();
}
