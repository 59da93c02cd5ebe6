// Rings around boxes: the one whose line is being written, the one with the keyboard, what changed last, and what is
// shown as it was because its line cannot be read at the moment.
//
// A ring stands inside its box, so that it goes where the box goes, and is put back when the box was drawn anew.

const CLASS = "ring";

/** @param {ReturnType<import("./picture.js").makePicture>} picture */
export function makeRings(picture) {
  const worn = new Map();

  /** Put rings of this kind (lit, focus, newest, held) around these boxes and around no others. */
  function set(kind, ids) {
    const before = worn.get(kind) ?? [];
    if (before.length === ids.length && before.every((id, at) => id === ids[at])) return;
    for (const id of before) if (!ids.includes(id)) ringOf(id, kind)?.remove();
    worn.set(kind, ids);
    for (const id of ids) wear(id, kind);
  }

  /** Put back the rings of boxes that were drawn anew. */
  function refresh() {
    for (const [kind, ids] of worn) for (const id of ids) if (!ringOf(id, kind)) wear(id, kind);
  }

  function ringOf(id, kind) {
    return picture.boxes.get(id)?.element?.querySelector(`:scope > .${CLASS}-${kind}`) ?? null;
  }

  function wear(id, kind) {
    const box = picture.boxes.get(id)?.element;
    const border = box?.querySelector(":scope > g > path, :scope > g > rect");
    if (!border) return;
    const ring = border.cloneNode();
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray"]) ring.removeAttribute(name);
    ring.setAttribute("class", `${CLASS} ${CLASS}-${kind}`);
    ring.setAttribute("aria-hidden", "true");
    box.querySelector(":scope > g").before(ring);
  }

  return { set, refresh, on: (kind) => worn.get(kind) ?? [] };
}
