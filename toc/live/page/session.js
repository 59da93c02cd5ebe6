// The end of a session: who was there, how it goes on, four questions, and next steps. It is written into the theory.
//
// What is filled in stays when the sheet is put away, by a slip or on purpose, until it has been written down.

import { icon } from "./icons.js";
import { button, make, say } from "./make.js";
import { openSheet } from "./sheet.js";

const DECISIONS = [["continue", "Continue"], ["pause", "Pause"], ["stop", "Stop"], ["", "Not decided"]];
const QUESTIONS = [
  ["happened", "What happened?"], ["why", "Why?"], ["so-what", "So what?"], ["now-what", "Now what?"],
];

/**
 * @typedef {{text: string, owner: string, due: string}} Step
 * @typedef {{date: string, title: string, ticked: string[], others: string, decision: string,
 *   answers: Object<string, string>, steps: Step[]}} Filled  what stands in the form, as it was typed
 */

/** @returns {Filled} */
const blank = () => ({ date: today(), title: "", ticked: [], others: "", decision: "", answers: {}, steps: [] });

/** Make the sheet. @param {(form: object) => Promise<void>} write rejects with a sentence */
export function makeSession(write) {
  let filled = blank();

  /** Open it. @param {{id: string, text: string}[]} partners */
  function open(partners) {
    const form = makeForm(partners, filled);
    const trouble = make("p", { class: "trouble", role: "alert" });
    const done = button("Write it down", finish, { class: "main", sign: icon("session") });
    form.element.append(trouble, make("div", { class: "end" }, done));
    const sheet = openSheet("End of the session", form.element, { wide: true });
    let written = false;
    sheet.addEventListener("close", () => {
      filled = written ? blank() : form.filled();
    });
    form.begin();

    async function finish() {
      done.disabled = true;
      try {
        await write(said(form.filled()));
        written = true;
        filled = blank();
        sheet.close();
      } catch (problem) {
        say(trouble, problem.message);
        done.disabled = false;
      }
    }
  }

  return { open };
}

/** @param {{id: string, text: string}[]} partners @param {Filled} before */
function makeForm(partners, before) {
  const date = make("input", { type: "date", id: "session-date", value: before.date, required: true });
  const title = make("input", { id: "session-title", placeholder: "First workshop", autocomplete: "off", value: before.title });
  const others = make("input", {
    id: "session-others", placeholder: "Names, separated by commas", autocomplete: "off", value: before.others,
  });
  const answers = Object.fromEntries(QUESTIONS.map(([name]) => [name, answer(name, before.answers[name] ?? "")]));
  const steps = make("div", { class: "steps" });
  const add = (one, focus) => steps.append(step(steps.children.length + 1, partners, one, focus));
  const element = make("form", { class: "session", onsubmit: (event) => event.preventDefault() },
    make("div", { class: "two" }, field("Date", date), field("What it was", title)),
    make("fieldset", {}, make("legend", {}, "Who was there"),
      make("div", { class: "checks" }, ...partners.map(({ id, text }) => check(id, text, before.ticked.includes(id)))),
      field("And", others)),
    make("fieldset", {}, make("legend", {}, "How do we go on?"),
      make("div", { class: "checks" }, ...DECISIONS.map(([value, text]) => radio(value, text, value === before.decision)))),
    make("div", { class: "two" }, ...QUESTIONS.map(([name, text]) => field(text, answers[name]))),
    make("fieldset", {}, make("legend", {}, "Next steps"), steps,
      button("Another step", () => add({}, true), { class: "quiet", sign: icon("more") })));
  for (const one of before.steps.length ? before.steps : [{}, {}]) add(one, false);

  /** @returns {Filled} */
  const filled = () => ({
    date: date.value,
    title: title.value,
    ticked: [...element.querySelectorAll("[name=present]:checked")].map((box) => box.value),
    others: others.value,
    decision: element.querySelector("[name=decision]:checked")?.value ?? "",
    answers: Object.fromEntries(QUESTIONS.map(([name]) => [name, answers[name].value])),
    steps: [...steps.children].map(read),
  });

  return { element, filled, begin: () => title.focus() };
}

/** Give what was filled in as the server takes it. @param {Filled} filled */
function said({ date, title, ticked, others, decision, answers, steps }) {
  const typed = others.split(",").map((name) => name.trim()).filter(Boolean);
  return {
    date,
    title: title.trim(),
    present: [...ticked, ...typed],
    decision,
    ...Object.fromEntries(Object.entries(answers).map(([name, words]) => [name, words.trim()])),
    actions: steps.filter(({ text }) => text),
  };
}

function answer(name, words) {
  const area = make("textarea", { class: "field", id: `session-${name}`, rows: 2 });
  area.value = words;
  return area;
}

function field(name, control) {
  return make("div", { class: "field" }, make("label", { for: control.id }, name), control);
}

function check(value, text, checked) {
  return make("label", { class: "check" }, make("input", { type: "checkbox", name: "present", value, checked }), text);
}

function radio(value, text, checked) {
  return make("label", { class: "check" }, make("input", { type: "radio", name: "decision", value, checked }), text);
}

function step(number, partners, { text = "", owner = "", due = "" }, focus) {
  const known = `owners-${number}`;
  const named = (name, what, value, more) =>
    make("input", { name, "aria-label": `Step ${number}: ${what}`, autocomplete: "off", value, ...more });
  const words = named("text", "what", text, { placeholder: "What" });
  const list = make("datalist", { id: known }, ...partners.map(({ id, text: name }) => make("option", { value: id }, name)));
  if (focus) queueMicrotask(() => words.focus());
  return make("div", { class: "step" }, words, named("owner", "who", owner, { placeholder: "Who", list: known }),
    named("due", "by when", due, { type: "date" }), list);
}

function read(step) {
  const value = (name) => step.querySelector(`[name=${name}]`).value.trim();
  return { text: value("text"), owner: value("owner"), due: value("due") };
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
