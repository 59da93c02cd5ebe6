// Edits that reach into several files: those of the open file go through the pen, the others are woven in.

import { edited } from "./spans.js";

/**
 * @param {import("./connection.js").Connection} connection
 * @param {{pen: () => any, file: () => string}} room
 */
export function makeElsewhere(connection, room) {
  const waiting = new Map();

  connection.on("document", (message) => {
    const then = waiting.get(message.file);
    waiting.delete(message.file);
    then?.(message);
  });

  /** Carry out edits of these versions of any files; gives the names of files where they do not fit any more. */
  async function apply(edits, versions) {
    const own = edits.filter(({ file }) => !file || file === room.file());
    const others = byFile(edits.filter((edit) => !own.includes(edit)));
    const late = [];
    if (own.length && room.pen()?.apply(own, versions[room.file()]) === false) late.push(room.file());
    for (const [file, theirs] of others) if (!(await weave(file, theirs, versions[file]))) late.push(file);
    return late;
  }

  async function weave(file, edits, known) {
    const text = await fetched(file);
    if (known !== undefined && known !== text.version) return false;
    return connection.send({ type: "weave", file, base: text.text, text: edited(text.text, edits) });
  }

  function fetched(file) {
    return new Promise((resolve) => {
      waiting.set(file, resolve);
      connection.send({ type: "open", file });
    });
  }

  return { apply };
}

function byFile(edits) {
  const files = new Map();
  for (const edit of edits) files.set(edit.file, [...(files.get(edit.file) ?? []), edit]);
  return files;
}
