// The projector view: the picture alone, in large type, and at its side what the room may want to talk about.
//
// It follows: while all of it can be read from the back of the room, all of it is shown; when not, it glides to what
// changed last, and a small overview says where in the whole that is.

import { icon } from "./icons.js";
import { button, make, say } from "./make.js";
import { makeOverview } from "./overview.js";

const READABLE = 18 / 14;
const MOST = 5;
const BREATH = 500;

/** @param {ReturnType<import("./seeing.js").makeSeeing>} seeing @param {(on: boolean) => void} tell */
export function makeProjector(seeing, tell) {
  const round = make("p", { class: "round" });
  const prompt = make("p", { class: "question" });
  const list = make("ul", {});
  const asked = make("div", { class: "asked" }, make("h2", {}, "To talk about"), list);
  const side = make("aside", { class: "side", "aria-label": "Questions for the room", hidden: true }, round, prompt, asked);
  const leave = button("Back to the text", () => set(false), { class: "leave", sign: icon("back"), label: "Back to the text (F9)" });
  const overview = makeOverview(seeing);
  seeing.section.append(side, leave, overview.element);
  let on = false;
  let following = true;
  let timer = 0;
  let known = { problems: [], round: null };

  function set(now) {
    if (now === on) return;
    on = now;
    following = true;
    document.body.classList.toggle("projecting", on);
    seeing.camera.largest = on ? 2.4 : 1.25;
    seeing.rings.set("newest", []);
    render();
    tell(on);
    if (on) seeing.pane.focus({ preventScroll: true });
    requestAnimationFrame(() => {
      seeing.camera.fit(false);
      if (on) follow([]);
    });
  }

  /** A new picture is there; these boxes are what changed. */
  function changed(newest) {
    if (!on) return;
    const drawn = newest.filter((id) => seeing.picture.boxes.has(id));
    if (drawn.length) seeing.rings.set("newest", drawn);
    follow(drawn);
    overview.refresh();
  }

  function follow(drawn) {
    const { camera } = seeing;
    if (!following) return;
    if (camera.wholeScale() >= READABLE) {
      if (!camera.all) camera.fit();
    } else if (drawn.length) {
      const scale = camera.view.scale;
      camera.show(drawn[0], Math.max(READABLE, camera.all ? 0 : scale));
    }
  }

  /** What is talked about: the problems of the room's stage and the round. */
  function know(now) {
    known = { ...known, ...now };
    clearTimeout(timer);
    if (on) timer = setTimeout(render, BREATH);
  }

  function render() {
    const { problems, round: now } = known;
    round.hidden = prompt.hidden = !now;
    say(round, now?.title ?? "");
    say(prompt, now?.prompt ?? "");
    const shown = relevant(problems, now).slice(0, MOST);
    const words = shown.map(({ message }) => message);
    if (JSON.stringify(words) !== list.dataset.words) {
      list.dataset.words = JSON.stringify(words);
      list.replaceChildren(...words.map((message) => make("li", { dir: "auto" }, message)));
    }
    asked.hidden = !shown.length;
    side.hidden = !on || (!shown.length && !now);
    leave.hidden = !on;
    overview.show(on);
  }

  seeing.pane.addEventListener("keydown", ({ key }) => key === "0" && on && (following = true));
  leave.hidden = true;

  return { set, toggle: () => set(!on), changed, know, get on() { return on; } };
}

function relevant(problems, round) {
  const rules = round?.rules;
  return rules ? problems.filter(({ rule }) => rules.includes(rule)) : problems;
}
