// The pack: picture, story, what is still open and each partner's own page as files, made before people leave.

import { icon } from "./icons.js";
import { button, make } from "./make.js";
import { openSheet } from "./sheet.js";

/** @param {import("./connection.js").Connection} connection @param {string} base */
export function makePack(connection, base) {
  let body = null;

  function open() {
    const begun = make("p", {}, "Picture, story, what is still open and each partner’s own page are being written…");
    body = make("div", { class: "pack", "aria-live": "polite" }, begun);
    openSheet("Pack for everybody", body);
    if (!connection.send({ type: "pack" })) tell("There is no connection to the room at the moment. Nothing was written.");
  }

  function tell(sentence) {
    body?.replaceChildren(make("p", {}, sentence));
  }

  connection.on("packed", ({ folder, files }) => body?.replaceChildren(
    make("p", {}, "Everything is in the folder ", make("strong", { class: "path" }, folder), ", beside the theory."),
    make("dl", { class: "files" }, ...files.map(({ name, about }) =>
      make("div", {}, make("dt", { class: "path" }, name), make("dd", { dir: "auto" }, about)))),
    make("a", { class: "button", href: `${base}pack.zip`, download: "pack.zip" }, icon("pack"), "Download all of it")));
  connection.on("refused", ({ message }) => body?.isConnected && tell(message));

  return { open, get isOpen() { return Boolean(body?.isConnected); } };
}
