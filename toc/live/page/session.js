// The end of a session: who was there, how it goes on, four questions, and next steps. It is written into the theory.

import { icon } from "./icons.js";
import { button, make, say } from "./make.js";
import { openSheet } from "./sheet.js";

const DECISIONS = [["continue", "Continue"], ["pause", "Pause"], ["stop", "Stop"], ["", "Not decided"]];
const QUESTIONS = [
  ["happened", "What happened?"], ["why", "Why?"], ["so-what", "So what?"], ["now-what", "Now what?"],
];

/**
 * Open the form.
 * @param {{id: string, text: string}[]} partners @param {(form: object) => Promise<void>} write rejects with a sentence
 */
export function openSession(partners, write) {
  const date = make("input", { type: "date", id: "session-date", value: today(), required: true });
  const title = make("input", { id: "session-title", placeholder: "First workshop", autocomplete: "off" });
  const others = make("input", { id: "session-others", placeholder: "Names, separated by commas", autocomplete: "off" });
  const answers = Object.fromEntries(QUESTIONS.map(([name]) => [name, answer(name)]));
  const steps = make("div", { class: "steps" });
  const trouble = make("p", { class: "trouble", role: "alert" });
  const done = button("Write it down", finish, { class: "main", sign: icon("session") });
  const add = (focus) => steps.append(step(steps.children.length + 1, partners, focus));
  const form = make("form", { class: "session", onsubmit: (event) => event.preventDefault() },
    make("div", { class: "two" }, field("Date", date), field("What it was", title)),
    make("fieldset", {}, make("legend", {}, "Who was there"),
      make("div", { class: "checks" }, ...partners.map(({ id, text }) => check(id, text))), field("And", others)),
    make("fieldset", {}, make("legend", {}, "How do we go on?"),
      make("div", { class: "checks" }, ...DECISIONS.map(([value, text]) => radio(value, text)))),
    make("div", { class: "two" }, ...QUESTIONS.map(([name, text]) => field(text, answers[name]))),
    make("fieldset", {}, make("legend", {}, "Next steps"), steps,
      button("Another step", () => add(true), { class: "quiet", sign: icon("more") })),
    trouble,
    make("div", { class: "end" }, done));
  add();
  add();
  const sheet = openSheet("End of the session", form, { wide: true });
  title.focus();

  async function finish() {
    done.disabled = true;
    try {
      await write(filled());
      sheet.close();
    } catch (problem) {
      say(trouble, problem.message);
      done.disabled = false;
    }
  }

  function filled() {
    const ticked = [...form.querySelectorAll("[name=present]:checked")].map((box) => box.value);
    const typed = others.value.split(",").map((name) => name.trim()).filter(Boolean);
    return {
      date: date.value,
      title: title.value.trim(),
      present: [...ticked, ...typed],
      decision: form.querySelector("[name=decision]:checked")?.value ?? "",
      ...Object.fromEntries(QUESTIONS.map(([name]) => [name, answers[name].value.trim()])),
      actions: [...steps.children].map(read).filter(({ text }) => text),
    };
  }
}

function answer(name) {
  return make("textarea", { class: "field", id: `session-${name}`, rows: 2 });
}

function field(name, control) {
  return make("div", { class: "field" }, make("label", { for: control.id }, name), control);
}

function check(value, text) {
  return make("label", { class: "check" }, make("input", { type: "checkbox", name: "present", value }), text);
}

function radio(value, text) {
  return make("label", { class: "check" }, make("input", { type: "radio", name: "decision", value, checked: value === "" }), text);
}

function step(number, partners, focus) {
  const named = (name, said) => make("input", { name, "aria-label": `Step ${number}: ${said}`, autocomplete: "off" });
  const text = named("text", "what");
  const owner = named("owner", "who");
  const due = named("due", "by when");
  text.placeholder = "What";
  owner.placeholder = "Who";
  due.type = "date";
  const known = `owners-${number}`;
  owner.setAttribute("list", known);
  const list = make("datalist", { id: known }, ...partners.map(({ id, text: name }) => make("option", { value: id }, name)));
  if (focus) queueMicrotask(() => text.focus());
  return make("div", { class: "step" }, text, owner, due, list);
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
