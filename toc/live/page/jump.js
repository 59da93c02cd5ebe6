// From a box to its line and from a line to its box.

const WITHIN = ["assumption", "assuming", "risk", "evidence", "because", "contribution"];

/**
 * @param {{pen: () => any, file: () => string, open: (file: string) => Promise<void>, places: () => Object<string, any>,
 *   seeing: any, writes: () => boolean}} room `writes`: the text is in view
 */
export function makeJump(room) {
  let lit = null;

  /** Go to a place in the text; where there is no text in view, to its box. */
  async function toPlace(place, id = place.element ?? boxAt(place)) {
    if (!room.writes()) return void (id && toBox(id));
    if (place.file && place.file !== room.file()) await room.open(place.file);
    room.pen()?.reveal(place.from, place.to);
    room.pen()?.focus();
    if (id) light(id);
    return undefined;
  }

  /** Find the box whose line begins at a place. */
  function boxAt({ file, from }) {
    const here = ([, place]) => place.file === file && place.from === from;
    return Object.entries(room.places()).find(here)?.[0] ?? null;
  }

  /** Go to the line of a box. */
  function toLine(id) {
    light(id);
    const place = room.places()[id];
    if (place) toPlace(place, id);
  }

  /** Bring a box into view. */
  function toBox(id = lit) {
    if (!id || !room.seeing.picture.boxes.has(id)) return;
    light(id);
    room.seeing.camera.show(id, Math.max(room.seeing.camera.view.scale, 0.9));
  }

  function light(id) {
    lit = id;
    room.seeing.rings.set("lit", id && room.seeing.picture.boxes.has(id) ? [id] : []);
  }

  /** The cursor is here: light the box that this line belongs to. Gives its id, or null. */
  function cursor(at) {
    const found = last(room.places(), room.file(), at, room.pen()?.value() ?? "");
    light(found);
    return found;
  }

  return { toPlace, toLine, toBox, cursor };
}

/** Find the element that begins last before the end of this line; a word at the margin that is none begins nothing. */
function last(places, file, at, text) {
  const end = endOfLine(text, at);
  let found = null;
  let from = -1;
  for (const [id, place] of Object.entries(places)) {
    if (place.file !== file || place.from > end || place.from <= from || WITHIN.includes(place.kind)) continue;
    found = id;
    from = place.from;
  }
  return found !== null && belongs(text, from, at) ? found : null;
}

function endOfLine(text, at) {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** Say whether the line is the element's own, or one that stands further in. */
function belongs(text, from, at) {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const own = text.lastIndexOf("\n", from - 1) + 1;
  if (start === own) return true;
  const indent = (where) => /^[ \t]*/.exec(text.slice(where, endOfLine(text, where)))[0].length;
  return start > own && indent(start) > indent(own);
}
