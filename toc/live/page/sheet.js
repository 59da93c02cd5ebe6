// A sheet over the page: a dialog with a name, something in it and a way out. The keyboard stays in it until it closes.

import { icon } from "./icons.js";
import { button, make } from "./make.js";

let sheets = 0;

/** Open a sheet; it is gone for good once it closes. @returns {HTMLDialogElement} */
export function openSheet(name, within, { wide = false } = {}) {
  sheets += 1;
  const id = `sheet-${sheets}`;
  const sheet = make("dialog", { class: wide ? "sheet wide" : "sheet", "aria-labelledby": id },
    make("div", { class: "top" }, make("h2", { id }, name),
      button("", () => sheet.close(), { class: "quiet", sign: icon("close"), label: "Close (Esc)" })),
    within);
  const back = document.activeElement;
  sheet.addEventListener("keydown", (event) => goRound(event, sheet));
  sheet.addEventListener("close", () => {
    sheet.remove();
    if (back instanceof HTMLElement && back.isConnected) back.focus();
  });
  document.body.append(sheet);
  sheet.showModal();
  return sheet;
}

/** From the last thing in a sheet, Tab leads to the first, and back; without this it leads to the browser's own bars. */
function goRound(event, sheet) {
  if (event.key !== "Tab") return;
  const stops = [...sheet.querySelectorAll("button:not(:disabled), a[href], input, textarea")];
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to.focus();
}
