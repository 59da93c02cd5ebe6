// The picture as a list of lines: how a patch changes the list, and what the lines of a picture are.

/**
 * Replace runs of lines. Patches stand in rising order of their line in the old list.
 * @param {string[]} lines @param {[number, number, string[]][]} patch
 * @returns {string[]} a new list; lines that stay are the same strings
 */
export function patched(lines, patch) {
  const now = [];
  let at = 0;
  for (const [line, deleted, written] of patch) {
    for (; at < line; at += 1) now.push(lines[at]);
    now.push(...written);
    at = line + deleted;
  }
  for (; at < lines.length; at += 1) now.push(lines[at]);
  return now;
}

const GROUP = /^<g data-part="([a-z-]+)"/;

/**
 * Sort the lines of a picture: its first line, what stands before the groups, and the lines of each group.
 * @param {string[]} lines
 * @returns {{root: string, before: string[], groups: Map<string, {opening: string, lines: string[]}>}}
 */
export function sorted(lines) {
  const groups = new Map();
  const before = [];
  let group = null;
  for (const line of lines.slice(1)) {
    const name = group ? null : GROUP.exec(line);
    if (name) {
      group = { opening: line, lines: [] };
      groups.set(name[1], group);
    } else if (group && line === "</g>") group = null;
    else if (group) group.lines.push(line);
    else if (line && line !== "</svg>") before.push(line);
  }
  return { root: lines[0] ?? "", before, groups };
}

const BOX = /^<g id="[^"]*" data-id="([^"]*)"/;
const ARROW = /^<g data-kind="([^"]*)" data-from="([^"]*)" data-to="([^"]*)"/;
const PLACE = /^(<g [^>]*) transform="translate\(([-\d.]+) ([-\d.]+)\)"/;

const EXTENT = /^<g [^>]* data-extent="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"/;

/** Name what a line draws, so that it is known again in the next picture: a box, an arrow, or else the line itself. */
export function nameOf(line) {
  const box = BOX.exec(line);
  if (box) return `box ${box[1]}`;
  const arrow = ARROW.exec(line);
  return arrow ? arrow[0] : line;
}

/** Take the place out of a box's line: where it stands, and the line without; what stands within has places of its own. */
export function placed(line) {
  const place = PLACE.exec(line);
  if (!place) return { x: 0, y: 0, rest: line };
  const [whole, before, x, y] = place;
  return { x: Number(x), y: Number(y), rest: before + line.slice(whole.length) };
}

/** Read what a box or frame covers, from its own place; null where its line does not say. */
export function extentOf(line) {
  const extent = EXTENT.exec(line);
  if (!extent) return null;
  const [x, y, width, height] = extent.slice(1).map(Number);
  return { x, y, width, height };
}

/** Read the width and height of the plane from a picture's first line. */
export function sizeOf(root) {
  const view = / viewBox="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"/.exec(root);
  const [x, y, width, height] = view ? view.slice(1).map(Number) : [0, 0, 1, 1];
  return { x, y, width, height };
}
