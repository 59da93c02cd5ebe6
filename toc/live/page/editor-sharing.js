// One text as this page has it: what everybody has agreed on, and what was typed here since.
//
// - One push is under way at a time, on the version that was agreed last. The server takes it or tells what is missing;
//   then what was typed here is moved past that and pushed again. The versions decide, so nothing is ever taken twice.
// - While the line is lost typing goes on. Where the server has forgotten our version, or is another run of it, the
//   whole text is woven in: it gets a text that we both know and the one that we have now, and answers with what that
//   makes. A server that fell over has the file only, so what was agreed in its last second is handed in again.
// - What comes from the server is no change of this person's: undo never takes back what somebody else wrote.

import { getSyncedVersion, receiveUpdates, sendableUpdates } from "@codemirror/collab";
import { ChangeSet, Text } from "@codemirror/state";
import { changeBetween } from "./editor-difference.js";

const MOST_AT_ONCE = 2_000;
const REMEMBERED = 500;
const ON_DISK_AFTER = 1_000;

/**
 * @param {{file: string, version: number, text: string, run: string}} document  as the server sent it
 * @param {{send: (message: object) => boolean, state: () => import("@codemirror/state").EditorState,
 *   dispatch: (transaction: import("@codemirror/state").Transaction) => void, reopen: () => void, now?: () => number}} page
 *   `state` has the extension `collab()` and begins with the document's text; `reopen` asks for the document again
 */
export function makeSheet(document, { send, state, dispatch, reopen, now = Date.now }) {
  const { file } = document;
  let { run } = document;
  let confirmed = Text.of(document.text.split("\n"));
  let offset = document.version;
  let flight = null;
  let weaving = null;
  let refused = false;
  let astray = false;
  let receiving = false;
  let waiting = [];
  let log = [];
  let weaves = 0;
  const disk = makeDisk(confirmed, now);

  const typed = () => sendableUpdates(state());
  const synced = () => offset + getSyncedVersion(state());

  /** Send what was typed, unless something is under way. Call it after every change of this person's. */
  function push() {
    const updates = typed().slice(0, MOST_AT_ONCE);
    if (receiving || flight || weaving || refused || astray || !updates.length) return settle();
    const told = updates.map(({ clientID, changes }) => ({ clientID, changes: changes.toJSON() }));
    if (send({ type: "push", file, version: synced(), updates: told })) flight = { version: synced(), count: updates.length };
    settle();
  }

  /** Take a “document”: the text as the server has it, after this page has connected or come back to the file. */
  function open({ version, text: its, run: another, writable }) {
    if (weaving) return;
    const [restarted, forgotten] = [another !== run, flight !== null || astray];
    flight = null;
    refused = false;
    astray = false;
    if (its === state().doc.toString()) become(its, version, another, typed().length);
    else if (writable && restarted && its !== confirmed.toString()) weave(another, disk.known());
    else if (!writable || !typed().length) become(its, version, another, 0);
    else if (restarted || forgotten) weave(another, confirmed);
    else push();
    settle();
  }

  /** Hand the whole text to the server, to be woven into what it has; `base` is what it surely knows. */
  function weave(its, base) {
    weaves += 1;
    if (send({ type: "weave", file, id: weaves, base: base.toString(), text: state().doc.toString() }))
      weaving = { id: weaves, count: typed().length, run: its };
  }

  /**
   * Take “updates”: those of others, and our own as the word that they were taken.
   *
   * Some come early when a push was made on an old version; the answer to that push has them all.
   */
  function updates(message) {
    const early = message.version > synced();
    if (weaving || astray || (early && flight)) return;
    try {
      if (early) throw new RangeError("Something between was missed.");
      receive(message.updates.slice(synced() - message.version).map(read));
    } catch {
      return goAstray();
    }
    if (flight && synced() > flight.version) flight = null;
    push();
  }

  /**
   * Take a “text”, the answer to a weave. What was typed since is still to be sent.
   *
   * It may be the answer to another part of this page; then it is the newest text, which a push would bring as well.
   */
  function text(message) {
    if (weaving && message.id !== weaving.id) return undefined;
    if (!weaving) return typed().length || astray ? push() : open({ ...message, run, writable: true });
    const { count, run: its } = weaving;
    weaving = null;
    become(message.text, message.version, its, count);
    return push();
  }

  function receive(news) {
    let doc = confirmed;
    for (const { changes } of news) doc = changes.apply(doc);
    if (!news.length) return;
    log = [...log, ...news.map(({ changes }, at) => ({ version: synced() + at, changes }))].slice(-REMEMBERED);
    confirmed = doc;
    disk.agreed(doc);
    receiving = true;
    try {
      dispatch(receiveUpdates(state(), news));
    } finally {
      receiving = false;
    }
  }

  /** Let a whole text be the agreed one; the first `count` of our own changes are in it already. */
  function become(whole, version, its, count) {
    const mine = typed().slice(0, count).map(({ clientID, changes }) => ({ clientID, changes }));
    const before = mine.reduce((doc, { changes }) => changes.apply(doc), confirmed);
    const rest = changeBetween(before.toString(), whole);
    if (its !== run) disk.restarted();
    receive(rest ? [...mine, { clientID: "", changes: rest }] : mine);
    offset = version - getSyncedVersion(state());
    run = its;
    log = [];
  }

  /** Where a message does not fit, begin again from the server's text, with everything that was typed. */
  function goAstray() {
    astray = true;
    flight = null;
    reopen();
  }

  /** Say what lies between the server's text of a version and the text here and now; null where that is forgotten. */
  function since(version) {
    const first = version === synced() ? log.length : log.findIndex((one) => one.version === version);
    if (first < 0 || weaving) return null;
    return [...log.slice(first), ...typed()]
      .map(({ changes }) => changes)
      .reduce((all, one) => (all ? all.compose(one) : one), null) ?? ChangeSet.empty(confirmed.length);
  }

  function settle() {
    const unsent = typed().length - (flight?.count ?? 0);
    if (weaving || unsent > 0) return;
    for (const go of waiting.splice(0)) go(true);
  }

  return {
    file,
    push,
    open,
    updates,
    text,
    since,
    synced,
    /** The version that the server has once it has taken everything from here, if nobody else writes. */
    expected: () => synced() + typed().length,
    /** Whether something typed here is not in the server's hands yet. */
    pending: () => typed().length > 0,
    /** Wait until everything typed was sent; false where the line is lost before. */
    sent: () => new Promise((go) => {
      waiting.push(go);
      settle();
    }),
    /** What was typed in a file that is not looked at is woven in after the line was lost. */
    catchUp(its) {
      if (typed().length && !flight && !weaving) weave(its, its === run ? confirmed : disk.known());
    },
    /** The server says how the file is doing. */
    saving: (how) => disk.saving(how),
    /** The line is lost: what was under way may or may not have arrived. */
    lost() {
      flight = null;
      weaving = null;
      disk.lost();
      for (const go of waiting.splice(0)) go(false);
    },
    /** The server does not take this; it is tried again when the text has changed. */
    refused() {
      refused = flight !== null || weaving !== null;
      flight = null;
      weaving = null;
      for (const go of waiting.splice(0)) go(false);
    },
    /** This person has changed the text. */
    changed() {
      refused = false;
      push();
    },
  };
}

/** What of the agreed text has surely reached the disk of the server, even where it falls over without a word. */
function makeDisk(first, now) {
  let texts = [{ at: -Infinity, doc: first }];
  let [trouble, ended] = [false, null];

  function prune() {
    const late = (ended ?? now()) - ON_DISK_AFTER;
    const sure = texts.findLastIndex(({ at }) => at <= late);
    if (!trouble && sure > 0) texts = texts.slice(sure);
  }

  return {
    agreed(doc) {
      ended = null;
      texts.push({ at: now(), doc });
      prune();
    },
    known() {
      prune();
      return texts[0].doc;
    },
    lost() {
      ended ??= now();
    },
    /** What the last server did not write in time is not on the disk until the next one has had the time. */
    restarted() {
      prune();
      texts.length = 1;
    },
    saving(how) {
      trouble = how === "trouble";
    },
  };
}

function read({ clientID, changes }) {
  return { clientID, changes: ChangeSet.fromJSON(changes) };
}
