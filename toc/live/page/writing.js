// The side of the page that holds the pen: which file is open, and which of the two pens writes it.

/**
 * @param {HTMLElement} section @param {import("./connection.js").Connection} connection
 * @param {{nonce: string, cursor: (at: number) => void, opened: (message: object) => void,
 *   elsewhere: (edits: object[]) => void}} page `elsewhere` gets edits of files that are not open
 */
export function makeWriting(section, connection, page) {
  let pen = null;
  let file = "";
  let run = "";
  let may = "read";
  let wanted = null;
  const waiting = [];

  /** The server greets: fetch the pen the first time, and (again) the file that is open. */
  async function hello(message) {
    run = message.run;
    if (pen && message.may !== may) pen = pen.close() ?? null;
    may = message.may;
    pen ??= await fetched(message.plain);
    const names = message.files.map(({ name }) => name);
    connection.send({ type: "open", file: names.includes(file) ? file : message.main });
    wanted = names.includes(file) ? file : message.main;
  }

  async function fetched(plain) {
    const { nonce, cursor: onCursor, elsewhere: onOtherEdits } = page;
    const given = { parent: section, connection, nonce, may, onCursor, onOtherEdits: (edits) => onOtherEdits(edits) };
    if (!plain) {
      try {
        return (await import("./editor.js")).makePen(given);
      } catch (trouble) {
        console.warn("The editor’s parts are not here; the plain page takes over.", trouble);
      }
    }
    return (await import("./plain.js")).makePen(given);
  }

  /** Open another file; resolves once it is there. */
  function open(name) {
    wanted = name;
    return new Promise((resolve) => {
      waiting.push(resolve);
      if (!connection.send({ type: "open", file: name })) resolve();
    });
  }

  connection.on("document", (message) => {
    if (message.file !== wanted || !pen) return;
    file = message.file;
    wanted = null;
    pen.open({ ...message, run });
    page.opened(message);
    for (const then of waiting.splice(0)) then();
  });
  connection.on("updates", (message) => message.file === file && pen?.updates(message));
  connection.on("text", (message) => message.file === file && pen?.text(message));

  return { hello, open, get pen() { return pen; }, get file() { return file; } };
}
