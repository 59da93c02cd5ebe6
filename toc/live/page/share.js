// Sharing: two links, one to write and one to read, and a picture of the second for phones.

import { icon } from "./icons.js";
import { button, CTRL, make, say } from "./make.js";
import { openSheet } from "./sheet.js";

/** Open the sheet. @param {{write: string | null, read: string | null}} share @param {string} base */
export function openShare(share, base) {
  const said = make("p", { class: "unseen", role: "status" });
  openSheet("Share this page", make("div", { class: "share" },
    make("div", { class: "links" },
      share.read ? link("To look", "Sees everything, changes nothing.", share.read, said) : null,
      share.write ? link("To write", "Give it only to people who write with you.", share.write, said) : null,
      make("p", { class: "hint" }, "Both links work on this network, as long as this page is running here.")),
    share.read ? make("figure", {}, code(base),
      make("figcaption", {}, "Hold a phone’s camera here to look along.")) : null,
    said), { wide: true });
}

function code(base) {
  return make("img", { src: `${base}qr.svg`, alt: "QR code with the link to look", width: 220, height: 220 });
}

function link(name, means, url, said) {
  const field = make("input", { readonly: true, value: url, "aria-label": `${name}: link`, onfocus: () => field.select() });
  const copy = button("Copy", async () => {
    const done = await copied(field);
    say(said, done ? `The link ${name.toLowerCase()} is copied.` : `Press ${CTRL} C to copy the link.`);
    say(copy.querySelector(".words"), done ? "Copied" : `Press ${CTRL} C`);
  }, { sign: icon("copy"), label: null, "aria-label": `Copy the link ${name.toLowerCase()}` });
  return make("div", { class: "link" }, make("h3", {}, name), make("p", {}, means),
    make("div", { class: "with-button" }, field, copy));
}

/** Pages that are reached over the network have no clipboard of their own; what is selected can still be copied. */
async function copied(field) {
  field.focus();
  field.select();
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(field.value);
      return true;
    }
  } catch {
    // The older way is tried next.
  }
  return document.execCommand("copy");
}
