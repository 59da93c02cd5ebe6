// What was noticed, as a quiet list: in words, with where it is and what would settle it.
//
// A handful is shown, the rest on request. The list waits for a breath before it changes, so that nothing flickers
// under somebody who is still typing; things that stay keep their element, and the keyboard never falls out of the list.

import { icon } from "./icons.js";
import { button, make, say } from "./make.js";

const HANDFUL = 5;
const BREATH = 250;
const HEADS = { error: "To put right", warning: "Worth a look", advice: "To talk about" };

/**
 * @param {HTMLElement} section
 * @param {{go: (place: object) => void, apply: (edits: object[]) => void, where: (place: object) => string,
 *   mayWrite: () => boolean, tell: (number: number) => void}} room
 */
export function makeProblems(section, room) {
  const number = make("span", { class: "number" });
  const list = make("div", { class: "groups" });
  const more = button("…", () => open(!all), { class: "quiet more" });
  section.append(make("h2", {}, "Noticed ", number), list, more);
  let problems = [];
  let lit = null;
  let all = false;
  let timer = 0;
  let shown = new Map();

  function open(now) {
    all = now;
    render();
  }

  function show(found) {
    problems = found;
    clearTimeout(timer);
    timer = setTimeout(render, BREATH);
  }

  function render() {
    const sorted = inOrder(problems, lit);
    const some = all ? sorted : sorted.slice(0, HANDFUL);
    const rest = sorted.length - HANDFUL;
    const next = new Map();
    const keyboard = keeping(list);
    list.replaceChildren(...grouped(some).map(([severity, found]) => group(severity, found, next)));
    shown = next;
    keyboard(section);
    say(number, String(problems.length));
    more.hidden = rest <= 0;
    say(more.firstElementChild, all ? "Show fewer" : `and ${rest} more`);
    more.setAttribute("aria-expanded", String(all));
    room.tell(problems.length);
    if (!problems.length) list.replaceChildren(make("p", { class: "nothing" }, "Nothing to say at the moment."));
  }

  function group(severity, found, next) {
    const items = found.map((problem) => {
      const key = JSON.stringify([problem.severity, problem.rule, problem.message, problem.fixes.length]);
      const kept = shown.get(key) ?? item(problem);
      kept.problem = problem;
      say(kept.where, room.where(problem) + (problem.also.length ? ` and ${problem.also.length} more` : ""));
      kept.element.classList.toggle("aside", rests(problem, lit));
      next.set(key, kept);
      return kept.element;
    });
    return make("div", { class: "group" }, make("h3", {}, HEADS[severity] ?? ""), make("ul", {}, ...items));
  }

  function item(problem) {
    const kept = { problem, where: make("span", { class: "where" }), element: null, turn: 0 };
    const jump = make("button", { type: "button", class: "jump", onclick: () => room.go(nextPlace(kept)) },
      icon(problem.severity), make("span", { class: "message" }, problem.message), kept.where);
    const fixes = room.mayWrite() ? problem.fixes.map((fix, at) =>
      button(fix.label, () => room.apply(kept.problem.fixes[at].edits), { class: "fix" })) : [];
    kept.element = make("li", { class: `problem ${problem.severity}` }, jump,
      fixes.length ? make("div", { class: "fixes" }, ...fixes) : null);
    return kept;
  }

  list.addEventListener("keydown", (event) => walk(event, list));

  return {
    show,
    /** Say which rules belong to the round; the others step back. */
    light(rules) {
      lit = rules ? new Set(rules) : null;
      render();
    },
    all: () => inOrder(problems, lit),
    focus: () => (list.querySelector(".jump") ?? section).focus(),
  };
}

/** What is true of several boxes leads to one after the other, and then begins anew. */
function nextPlace(kept) {
  const places = [kept.problem, ...kept.problem.also];
  const place = places[kept.turn % places.length];
  kept.turn += 1;
  return place;
}

const LOUDNESS = ["error", "warning", "advice"];

/** Say whether something is not for this round; a line that could not be read is for every one. */
function rests({ rule, unread }, lit) {
  return Boolean(lit) && !unread && !lit.has(rule);
}

function inOrder(problems, lit) {
  const rank = (problem) => LOUDNESS.indexOf(problem.severity) + (rests(problem, lit) ? LOUDNESS.length : 0);
  return [...problems].sort((one, other) => rank(one) - rank(other));
}

/**
 * Remember what of a list has the keyboard; the function gives it back once the list is built anew: to the same
 * element, or to what stands in its place, or to where there is nothing any more.
 */
function keeping(list) {
  const held = list.contains(document.activeElement) ? document.activeElement : null;
  const jumps = () => [...list.querySelectorAll(".jump")];
  const at = held ? jumps().indexOf(held.closest("li")?.querySelector(".jump")) : -1;
  return (nothing) => {
    if (!held || document.activeElement === held) return;
    const now = jumps();
    (held.isConnected ? held : now[Math.min(at, now.length - 1)] ?? nothing).focus();
  };
}

function grouped(problems) {
  const groups = [];
  for (const problem of problems) {
    const last = groups.at(-1);
    if (last?.[0] === problem.severity) last[1].push(problem);
    else groups.push([problem.severity, [problem]]);
  }
  return groups;
}

/** The arrow keys go from one thing noticed to the next. */
export function walk(event, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.closest(".jump, .fix")) return;
  const stops = [...list.querySelectorAll(".jump")];
  const at = stops.indexOf(event.target.closest("li")?.querySelector(".jump"));
  stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
  event.preventDefault();
}
