// The rounds of a workshop. Each shows its prompt, lights what it is about in the picture and lets the rest step back.

import { button, make } from "./make.js";

const BOXES = ["goal", "outcome", "output", "activity", "input", "condition", "barrier", "stakeholder", "aim"];
const ON_ARROWS = ["because", "reason", "assumption", "assuming", "risk", "evidence"];
const IN_MARKERS = [...ON_ARROWS, "indicator", "milestone", "question", "disagreement"];
const IN_BOXES = { partner: ["activity", "input"], contribution: ["activity", "input"], by: ["activity", "input"] };

/** @param {HTMLElement} section the picture's side @param {(name: string | null) => void} choose */
export function makeRounds(section, choose) {
  const strip = make("div", { class: "strip", role: "group", "aria-label": "Round" });
  const prompt = make("p", { class: "prompt", hidden: true });
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  section.prepend(make("div", { class: "rounds" }, strip, prompt));
  let rounds = [];
  let current = null;

  function hello(message) {
    rounds = message.rounds ?? [];
    const writes = message.may === "write";
    strip.replaceChildren(...(writes ? rounds.map(tab) : []));
    strip.hidden = !writes;
    show(current?.name ?? null);
  }

  function tab(round) {
    return button(round.title, () => choose(round.name === current?.name ? null : round.name), {
      class: "quiet", "data-round": round.name, "aria-pressed": "false", title: round.prompt,
    });
  }

  function show(name) {
    current = rounds.find((round) => round.name === name) ?? null;
    for (const one of strip.children) one.setAttribute("aria-pressed", String(one.dataset.round === current?.name));
    prompt.hidden = !current;
    prompt.replaceChildren(current ? make("strong", {}, current.title) : "", current ? ` ${current.prompt}` : "");
    sheet.replaceSync(current ? dimming(current.kinds) : "");
    section.classList.toggle("in-round", Boolean(current));
  }

  return { hello, show, get current() { return current; } };
}

/** Say whether a round is about what stands on arrows and boxes as markers, and is spelled out below the picture. */
export function aboutMarkers(kinds) {
  return kinds.some((kind) => IN_MARKERS.includes(kind));
}

/** Write the rules that let everything step back which is not of these kinds. */
function dimming(kinds) {
  const boxes = new Set(kinds.flatMap((kind) => [kind, ...(IN_BOXES[kind] ?? [])]));
  const lit = BOXES.filter((kind) => boxes.has(kind)).map((kind) => `[data-kind="${kind}"]`).join(", ");
  const about = (list) => kinds.some((kind) => list.includes(kind));
  const rules = [`.theory [data-part="boxes"] > g:not(${lit || "x"}) { opacity: ${lit ? 0.3 : 0.55}; }`];
  if (!about(ON_ARROWS)) rules.push('.theory [data-part="arrows"] > g { opacity: 0.35; }');
  if (!aboutMarkers(kinds)) rules.push('.theory [data-part="markers"] > * { opacity: 0.35; }');
  return rules.join("\n");
}
