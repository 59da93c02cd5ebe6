// What was noticed in the text: quiet underlines, with the sentence and what would settle it on hover or by key.

import { forEachDiagnostic, linter, setDiagnostics } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";
import { hideCard, showCard, tell } from "./editor-card.js";
import { make } from "./make.js";

const SEVERITIES = { error: "error", warning: "warning", advice: "info" };
const SAID = { error: "To fix", warning: "Look at this", advice: "Advice" };

/** The extension that underlines. */
export const underlining = linter(null, { hoverTime: 250 });

/**
 * Show these problems instead of those before.
 * @param {EditorView} view
 * @param {{from: number, to: number, severity: string, message: string, fixes: object[]}[]} problems  places in this text
 * @param {(edits: object[]) => void} [apply] carries out the edits of a fix; missing where the text is for reading only
 */
export function showProblems(view, problems, apply) {
  const most = view.state.doc.length;
  const diagnostics = problems.map((problem) => ({
    from: Math.min(problem.from, most),
    to: Math.min(Math.max(problem.from, problem.to), most),
    severity: SEVERITIES[problem.severity] ?? "info",
    message: problem.message,
    actions: apply ? problem.fixes.map(({ label, edits }) => ({ name: label, apply: () => apply(edits) })) : [],
    problem,
  }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

/** Give the problems with their places as they are now, in order. */
function all(state) {
  const found = [];
  forEachDiagnostic(state, (diagnostic, from, to) => found.push({ ...diagnostic, from, to }));
  return found.sort((one, other) => one.from - other.from || other.to - one.to);
}

/** Go to the next problem (`by` is 1) or the one before (-1), and say what it is. */
export function goToProblem(view, by) {
  const found = all(view.state);
  if (!found.length) {
    tell(view, "Nothing was noticed in this text.");
    return true;
  }
  const { head } = view.state.selection.main;
  const next = by > 0 ? found.find(({ from }) => from > head) : found.findLast(({ from }) => from < head);
  const problem = next ?? found.at(by > 0 ? 0 : -1);
  view.dispatch({ selection: { anchor: problem.from }, effects: EditorView.scrollIntoView(problem.from, { y: "center" }) });
  const here = found.filter(({ from }) => from === problem.from);
  showCard(view, problem.from, list(view, here));
  view.dispatch({ effects: EditorView.announce.of(here.map(({ message }) => message).join(" ")) });
  return true;
}

/** Open what would settle the problems at the cursor, or else in its line, as a menu for the keyboard. */
export function openFixes(view) {
  const { head } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  const found = all(view.state);
  const at = found.filter(({ from, to }) => from <= head && head <= to);
  const near = at.some(({ actions }) => actions.length) ? at : found.filter(({ from, to }) => from <= line.to && to >= line.from);
  const here = near.filter(({ actions }) => actions.length);
  if (!near.length) tell(view, "Nothing was noticed in this line.");
  else if (!here.length) showCard(view, head, list(view, near));
  else {
    const menu = list(view, here);
    showCard(view, head, menu, { stays: true, focus: menu.querySelector("button") });
  }
  return true;
}

function list(view, problems) {
  const items = problems.map(({ message, actions, problem }) => make("div", { class: `noticed ${problem.severity}` },
    make("p", {}, make("strong", {}, `${SAID[problem.severity]}: `), message),
    ...actions.map((action) => make("button", { type: "button", onclick: () => choose(view, action) }, action.name))));
  return make("div", { class: "noticed-here", role: "group", "aria-label": "What was noticed here", onkeydown: (event) => walk(event, view) }, ...items);
}

function choose(view, action) {
  hideCard(view);
  action.apply();
  view.focus();
}

/** Walk through the buttons with the arrows; Escape goes back to the text. */
function walk(event, view) {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && at >= 0) buttons[(at + step + buttons.length) % buttons.length].focus();
  else if (event.key === "Escape") hideCard(view);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
