// The projector view: the picture alone, in large type, and at its side what the room may want to talk about.
//
// It follows: while all of it can be read from the back of the room, all of it is shown; when not, it glides to what
// changed last, and a small overview says where in the whole that is. Whoever moves it by hand ends the following.

import { icon } from "./icons.js";
import { button, make, say } from "./make.js";
import { makeOverview } from "./overview.js";
import { aboutMarkers } from "./rounds.js";

const READABLE = 18 / 14;
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
  const follows = button("Follow", () => (following ? stay() : begin()), {
    class: "follow", sign: icon("follow"), label: "Follow what changes",
  });
  const overview = makeOverview(seeing);
  seeing.section.append(side, leave, overview.element);
  seeing.controls.append(follows);
  let on = false;
  let following = true;
  let newest = [];
  let before = null;
  let timer = 0;
  let known = { problems: [], round: null };

  function set(now) {
    if (now === on) return;
    on = now;
    if (on) before = document.activeElement;
    document.body.classList.toggle("projecting", on);
    seeing.camera.largest = on ? 2.4 : 1.25;
    seeing.rings.set("newest", on ? newest : []);
    render();
    tell(on);
    (on ? seeing.pane : before)?.focus({ preventScroll: true });
    requestAnimationFrame(() => {
      seeing.camera.fit(false);
      if (on) begin();
    });
  }

  function begin() {
    following = true;
    follows.setAttribute("aria-pressed", "true");
    follow(newest);
  }

  function stay() {
    following = false;
    follows.setAttribute("aria-pressed", "false");
  }

  /** A new picture is there; these boxes are what changed. */
  function changed(ids) {
    const drawn = ids.filter((id) => seeing.picture.boxes.has(id));
    if (drawn.length) newest = drawn;
    if (!on) return;
    seeing.rings.set("newest", newest);
    follow(drawn);
    overview.refresh();
  }

  function follow(drawn) {
    const { camera } = seeing;
    if (!following) return;
    if (camera.wholeScale() >= READABLE) {
      if (!camera.all) camera.fit();
    } else if (drawn.length) camera.show(drawn[0], Math.max(READABLE, camera.all ? 0 : camera.view.scale));
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
      list.replaceChildren(...words.map((message) => make("li", { dir: "auto" }, message)));
    }
    talk.hidden = !words.length;
    side.hidden = !on || (!words.length && !now);
    leave.hidden = !on;
    follows.hidden = !on;
    overview.show(on);
  }

  /** Say what the picture may leave out here: what is parked, and what is spelled out below unless it is talked about. */
  function hides() {
    if (!on) return [];
    return known.round && aboutMarkers(known.round.kinds) ? ["notes"] : ["legend", "notes"];
  }

  wake(seeing.section);
  seeing.camera.onHand(() => on && stay());
  leave.hidden = true;
  follows.hidden = true;

  return { set, toggle: () => set(!on), changed, know, hides, get on() { return on; } };
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
