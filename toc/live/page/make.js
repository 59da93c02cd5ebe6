// Makes elements of the page. Text goes in as text: nothing that somebody typed is ever read as HTML.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element: `make("button", {class: "quiet", onclick: go}, "Go")`.
 *
 * What begins with “on” is listened to, true sets a bare attribute, false, null and undefined leave it out.
 * @param {string} name @param {Object<string, any>} [said] @param {...any} within
 * @returns {any}
 */
export function make(name, said = {}, ...within) {
  const made = document.createElement(name);
  describe(made, said);
  made.append(...within.flat().filter((it) => it !== null && it !== undefined && it !== false));
  return made;
}

/** Make an element of a drawing. */
export function draw(name, said = {}, ...within) {
  const made = document.createElementNS(SVG, name);
  describe(made, said);
  made.append(...within.flat());
  return made;
}

/** Set the attributes of an element and what it listens to. */
function describe(element, said) {
  for (const [name, value] of Object.entries(said)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value === false || value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
}

/** Make a button with a sign and words; `said.label` names it where its words are hidden or too short. */
export function button(words, press, said = {}) {
  const { sign, label, ...rest } = said;
  const shown = words ? make("span", { class: "words" }, words) : null;
  return make("button", { type: "button", onclick: press, "aria-label": label, title: label, ...rest }, sign, shown);
}

/** Set an element's words, only where they differ, so that nothing is said twice. */
export function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** Say how many: `count(1, "line", "lines")`. */
export function count(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

/** What stands before a press of a key for people who write Mac keys. */
export const CTRL = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
