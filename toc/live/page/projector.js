// The projector view: the picture alone, in large type, and at its side what the room may want to talk about.
//
// The picture is drawn for a room: closer together, with larger words, and without what only points to the legend (the
// numbers on arrows, assumptions, indicators), because a legend cannot be read from the back row; the rounds that are
// about them bring both back. The view follows, see camera.js: while all boxes can be read they are all shown; when not,
// it begins at the goal and goes to what changed last, and a small overview says where in the whole that is.
// In text and list, too, title and parked notes stand elsewhere on the page, and each box says what kind it is of.
// Whoever moves it by hand ends the following. While nobody moves the mouse or the keyboard, no button is in the way.

import { BESIDE_TEXT } from "./camera.js";
import { icon } from "./icons.js";
import { button, make, say } from "./make.js";
import { makeOverview } from "./overview.js";
import { aboutMarkers } from "./rounds.js";

const ELSEWHERE = ["title", "notes", "bands"];
const LEGEND = ["legend", "reasons", "assumption", "evidence", "risk", "indicator", "milestone", "question", "disagreement"];
const FROM_AFAR = 18 / 20;
const MOST = 5;
const BREATH = 500;
const AWAKE = 2500;

/** @param {ReturnType<import("./seeing.js").makeSeeing>} seeing @param {(on: boolean) => void} tell */
export function makeProjector(seeing, tell) {
  const round = make("p", { class: "round" });
  const prompt = make("p", { class: "question" });
  const list = make("ul", {});
  const talk = make("div", { class: "asked" }, make("h2", {}, "To talk about"), list);
  const side = make("aside", { class: "side scrolls", "aria-label": "Questions for the room", hidden: true }, round, prompt, talk);
  const leave = button("Back to the text", () => set(false), {
    class: "leave", sign: icon("back"), label: "Back to the text (F9)",
  });
  const follows = button("Follow", () => seeing.camera.start(), {
    class: "follow", sign: icon("follow"), label: "Follow what changes",
  });
  const overview = makeOverview(seeing);
  seeing.section.append(side, leave, overview.element);
  seeing.controls.append(follows);
  let on = false;
  let newest = [];
  let before = null;
  let timer = 0;
  let known = { problems: [], round: null };

  function set(now) {
    if (now === on) return;
    on = now;
    if (on) before = document.activeElement;
    if (on) quietly(seeing.pane);
    document.body.classList.toggle("projecting", on);
    seeing.camera.limits = on ? large() : BESIDE_TEXT;
    seeing.rings.set("newest", on ? newest : []);
    render();
    tell(on);
    (on ? seeing.pane : before)?.focus({ preventScroll: true });
    requestAnimationFrame(() => seeing.camera.start(false));
  }

  /** A new picture is there; these boxes are what changed. */
  function changed(ids) {
    const drawn = ids.filter((id) => seeing.picture.boxes.has(id));
    if (drawn.length) newest = drawn;
    overview.refresh();
    if (on) seeing.rings.set("newest", newest);
  }

  /** What is talked about: the problems of the room's stage and the round. */
  function know(now) {
    known = { ...known, ...now };
    clearTimeout(timer);
    if (on) timer = setTimeout(render, BREATH);
  }

  function render() {
    const { problems, round: now } = known;
    const rules = now?.rules;
    const asked = problems.filter(({ rule }) => !rules || rules.includes(rule)).sort(aboutBoxesFirst);
    const words = asked.slice(0, MOST).map(({ message }) => message);
    round.hidden = prompt.hidden = !now;
    say(round, now?.title ?? "");
    say(prompt, now?.prompt ?? "");
    if (JSON.stringify(words) !== list.dataset.words) {
      list.dataset.words = JSON.stringify(words);
      list.replaceChildren(...words.map((message) => make("li", {}, message)));
    }
    talk.hidden = !words.length;
    side.hidden = !on || (!words.length && !now);
    leave.hidden = !on;
    follows.hidden = !on;
  }

  /** Say how the picture is drawn here, and what it leaves out. */
  function look() {
    const pointing = known.round && aboutMarkers(known.round.kinds);
    return on ? { spacing: "room", hide: [...ELSEWHERE, ...(pointing ? [] : LEGEND)] } : { spacing: "screen", hide: ELSEWHERE };
  }

  seeing.watchers.push(() => follows.setAttribute("aria-pressed", String(seeing.camera.follows)));
  wake(seeing.section);
  leave.hidden = true;
  follows.hidden = true;

  return { set, toggle: () => set(!on), changed, know, look, get on() { return on; } };
}

/** Who opens the projector sees no ring around all of it; it comes with the first key that is pressed there. */
function quietly(pane) {
  pane.dataset.quiet = "yes";
  document.addEventListener("keydown", () => delete pane.dataset.quiet, { once: true, capture: true });
}

/** Say how large words are in this window: 18 points high in the smallest, growing with it, or a little less for all of it. */
function large() {
  const near = Math.max(FROM_AFAR, innerHeight / 900);
  return { least: near * 0.78, near, largest: 1.7 };
}

/** What is about a box is for the room; a slip of the pen is for who writes. */
function aboutBoxesFirst(one, other) {
  return Number(other.element !== null) - Number(one.element !== null);
}

/** The buttons show themselves while the pointer moves. */
function wake(section) {
  let timer = 0;
  section.addEventListener("pointermove", () => {
    section.classList.add("awake");
    clearTimeout(timer);
    timer = setTimeout(() => section.classList.remove("awake"), AWAKE);
  });
}
