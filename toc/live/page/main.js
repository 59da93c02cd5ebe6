// Wires the page: what the server says goes to the parts, what the parts want goes to the server.

import { makeCard } from "./card.js";
import { connect } from "./connection.js";
import { makeElsewhere } from "./elsewhere.js";
import { makeBar, makeHead } from "./head.js";
import { makeJump } from "./jump.js";
import { makeKept } from "./kept.js";
import { cycle, listenToEscape, listenToKeys } from "./keys.js";
import { makePack } from "./pack.js";
import { makeParked } from "./parked.js";
import { makeProblems } from "./problems.js";
import { makeProjector } from "./projector.js";
import { makeRounds } from "./rounds.js";
import { makeSaved } from "./saved.js";
import { makeSeeing } from "./seeing.js";
import { makeSession } from "./session.js";
import { openShare } from "./share.js";
import { makeSpoken } from "./spoken.js";
import { makeSplitter } from "./splitter.js";
import { makeTheme } from "./theme.js";
import { makeTidings } from "./tidings.js";
import { makeViews } from "./views.js";
import { count, make } from "./make.js";
import { makeUnread } from "./unread.js";
import { makeWriting } from "./writing.js";

const the = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const told = (name) => document.querySelector(`meta[name="toc-${name}"]`)?.getAttribute("content") ?? "";
const writes = () => the("writing").offsetParent !== null;

const base = told("base");
const connection = connect();
const spoken = makeSpoken(the("spoken"));
const tidings = makeTidings(the("tidings"), () => (writes() ? writing.pen : seeing.pane)?.focus());
const nothing = { problems: [], parked: [], places: {}, versions: {} };
const state = { may: "read", share: null, run: "", plan: "", main: "", reading: nothing };

const seeing = makeSeeing(the("seeing"), (id) => jump.toLine(id));
const theme = makeTheme(/** @type {HTMLLinkElement} */ (the("dark")), (now) => {
  head.theme(now);
  look();
});
const head = makeHead(the("head"), {
  card: () => card.toggle(), session: () => session.open(partners()), pack: () => pack.open(), share: () => openShare(state.share, base),
  project: () => projector.toggle(), theme: theme.toggle,
});
const bar = makeBar(the("writing"), { open: (file) => writing.open(file), tidy: () => writing.pen?.tidy() });
const writing = makeWriting(the("writing"), connection, { nonce: told("nonce"), cursor, opened, elsewhere: applied });
const jump = makeJump({
  pen: () => writing.pen, file: () => writing.file, open: writing.open, places: () => state.reading.places, seeing,
  writes,
});
const elsewhere = makeElsewhere(connection, { pen: () => writing.pen, file: () => writing.file });
const noticed = make("section", { class: "problems", "aria-label": "Noticed", tabindex: "-1" });
const parking = make("section", { class: "parked", "aria-label": "Parked" });
the("noticing").append(noticed, parking);
const problems = makeProblems(noticed, {
  go: (place) => jump.toPlace(place), apply: (edits) => applied(edits), where, mayWrite: () => state.may === "write",
  tell: (number) => spoken.afterwards(`${count(number, "thing", "things")} noticed.`),
});
const parked = makeParked(parking, { go: (place) => jump.toPlace(place) });
const rounds = makeRounds(the("seeing"), (name) => connection.send({ type: "round", round: name }));
const views = makeViews(seeing.tools, () => look());
const unread = makeUnread(seeing.tools, (problem) => jump.toPlace(problem));
const card = makeCard(the("seeing"), (open) => head.card(open));
const projector = makeProjector(seeing, () => look());
const pack = makePack(connection, base);
const session = makeSession(writeSession);
const saved = makeSaved(bar.saved, tidings, {
  settle: (file, how) => connection.send({ type: "settle", file, how }), changed: () => kept.keep(),
});
const kept = makeKept(
  connection,
  {
    plan: () => state.plan, file: () => writing.file, text: () => writing.pen?.value() ?? "",
    unsafe: () => saved.troubled() || connection.state === "lost",
  },
  tidings,
);
makeSplitter(the("splitter"), the("room"));
head.theme(theme.theme());

function look() {
  connection.send({ type: "look", view: views.view, theme: theme.theme(), page: null, ...projector.look() });
}

let here = 0;
let looking = 0;

/** The cursor is here; its box is lit once what is typed has been read. */
function cursor(offset) {
  here = offset;
  clearTimeout(looking);
  looking = setTimeout(() => views.on(jump.cursor(here)), 150);
}

function opened(message) {
  bar.file(message.file);
  saved.opened(message.file);
  kept.offer(message.file, message.text);
  tellProblems();
  problems.show(state.reading.problems);
  begin(message);
}

let begun = false;
/** Whoever opens the page can type at once; on a phone the keyboard would come up and cover half of the page. */
function begin({ writable }) {
  const free = document.activeElement === document.body && !matchMedia("(max-width: 700px), (pointer: coarse)").matches;
  if (!begun && writable && writes() && free) writing.pen.focus();
  begun = true;
}

function tellProblems() {
  const here = state.reading.problems.filter(({ file }) => file === writing.file);
  writing.pen?.problems(here, state.reading.versions[writing.file]);
}

function where({ file, from }) {
  if (file !== writing.file) return file;
  const line = (writing.pen?.value() ?? "").slice(0, from).split("\n").length;
  return `line ${line}`;
}

/** Carry out edits of what was read last, or of the versions of an answer. */
async function applied(edits, versions = state.reading.versions) {
  const late = await elsewhere.apply(edits, versions);
  if (late.length) tidings.tell("late", tooLate(late), { away: true });
}

function tooLate(files) {
  return `${files.join(", ")} was changed at the same moment. Try it once more.`;
}

function partners() {
  const found = Object.entries(state.reading.places).filter(([, { kind }]) => kind === "partner");
  return found.map(([id, { text }]) => ({ id, text: text || id }));
}

async function writeSession(form) {
  const { edits, version } = await connection.ask("session", { file: state.main, at: 0, form });
  const file = edits[0]?.file ?? state.main;
  if (file !== writing.file) await writing.open(file);
  const late = await elsewhere.apply(edits, { [file]: version });
  if (late.length) throw new Error(tooLate(late));
  spoken.now(`The session is written down in ${file}.`);
}

connection.on("state", ({ state: now }) => {
  const goesOn = state.may === "write"
    ? "You can go on writing: it is kept here and sent when it is back."
    : "You see how it was a moment ago; it goes on by itself when it is back.";
  if (now === "lost") kept.keep();
  saved.lost(now === "lost");
  tidings.tell("connection", now === "lost" ? `The connection to the room is lost. ${goesOn}` : null, { sign: "unlinked" });
  if (now === "open" && state.run) spoken.now("The connection is back.");
});
connection.on("hello", async (message) => {
  state.may = message.may;
  state.share = message.share;
  state.run = message.run;
  state.plan = message.plan;
  state.main = message.main;
  document.body.classList.toggle("reader", message.may !== "write");
  for (const part of [head, bar, rounds, card]) part.hello(message);
  look();
  await writing.hello(message);
});
connection.on("files", bar.files);
connection.on("picture", (message) => {
  if (!seeing.show(message)) return connection.again();
  connection.send({ type: "drawn", number: message.number });
  projector.changed(message.newest ?? []);
  return undefined;
});
connection.on("reading", (message) => {
  state.reading = message;
  head.title(message.title);
  tellProblems();
  problems.show(message.problems);
  parked.show(message.parked);
  views.know(message.places);
  unread.show(message.unread, message.problems);
  projector.know({ problems: message.problems });
  if (writing.pen) cursor(here);
});
connection.on("room", ({ round, people }) => {
  rounds.show(round);
  problems.light(rounds.current?.rules ?? null);
  projector.know({ round: rounds.current });
  if (projector.on) look();
  head.people(people);
});
connection.on("saving", saved.show);
connection.on("drawing", ({ state: now, message }) => {
  tidings.tell("drawing", now === "trouble" ? message ?? "The picture is a moment old." : null);
});
connection.on("refused", ({ message }) => pack.isOpen || tidings.tell("refused", message, { away: true }));

const parts = [
  { section: the("writing"), focus: () => writing.pen?.focus() },
  { section: the("seeing"), focus: () => seeing.pane.focus({ preventScroll: true }) },
  { section: the("noticing"), focus: problems.focus },
];
listenToKeys({
  F1: card.toggle, F2: () => writing.pen?.rename(), F4: () => jump.toBox(), "Ctrl Enter": () => jump.toBox(),
  F6: () => cycle(parts, false), "Shift F6": () => cycle(parts, true),
  F8: (event) => next(event, 1), "Shift F8": (event) => next(event, -1),
  // Saving goes by itself; without this, hands that do it by habit get the browser's own window in front of the room.
  "Ctrl s": () => spoken.now(bar.saved.textContent),
  F9: projector.toggle, "Alt Shift F": () => writing.pen?.tidy(), "Ctrl .": () => writing.pen?.fixes(),
});
listenToEscape((target) => {
  if (card.close() || the("writing").contains(target)) return; // In the text, Escape and then Tab leads out of it.
  if (views.view) views.set(null);
  else projector.set(false);
});
the("seeing").addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "o" || event.ctrlKey || event.metaKey || !event.target.dataset.id) return;
  views.on(event.target.dataset.id);
  views.around();
});

let at = -1;
function next(event, by) {
  const all = problems.all();
  if (event.target.closest(".cm-editor")) return false; // The pen goes on from the cursor.
  if (all.length) at = (at + by + all.length) % all.length;
  if (all.length) jump.toPlace(all[at]);
  return undefined;
}

if (new URLSearchParams(location.search).get("view") === "projector") projector.set(true);
connection.begin();
