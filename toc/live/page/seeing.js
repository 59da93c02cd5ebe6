// The side of the page that shows the picture: the pane, its buttons, and what a new picture does to all of them.

import { makeCamera } from "./camera.js";
import { glide } from "./glide.js";
import { idAt, listen } from "./hands.js";
import { icon } from "./icons.js";
import { button, make, say } from "./make.js";
import { makePicture } from "./picture.js";
import { makeRings } from "./rings.js";

const HOW = "Picture. Arrow keys move it, plus and minus make it larger and smaller, 0 shows all of it, Tab goes to the boxes.";

/** Build the picture's side into a section; `pick` is called with the id of a box that was clicked or entered. */
export function makeSeeing(section, pick) {
  const pane = make("div", { class: "pane", tabindex: "0", role: "group", "aria-label": HOW });
  const picture = makePicture();
  const rings = makeRings(picture);
  const scale = make("span", { class: "scale", "aria-hidden": "true" });
  const watchers = [];
  const everything = button("All", () => (camera.all ? camera.start() : camera.fit()), {
    sign: icon("all"), label: "Show all of it (0)",
  });
  const camera = makeCamera(pane, picture, (how) => {
    say(scale, `${Math.round(how.scale * 100)} %`);
    everything.setAttribute("aria-pressed", String(how.all));
    for (const look of watchers) look();
  });
  const note = make("p", { class: "floating note", hidden: true });
  const tools = make("div", { class: "tools" });
  pane.append(picture.svg);
  const controls = make("div", { class: "camera", role: "group", "aria-label": "Size of the picture" },
    button("", () => camera.zoom(1 / 1.25), { sign: icon("less"), label: "Smaller (−)" }),
    scale,
    button("", () => camera.zoom(1.25), { sign: icon("more"), label: "Larger (+)" }),
    everything);
  tools.append(controls);
  section.append(tools, pane, note);
  listen(pane, camera, pick);
  const roving = rove(pane, picture, rings, camera);

  let looked = null;

  /** Take a picture of the server; false where it does not fit what is here. Another look at it is begun anew. */
  function show(message) {
    const lookedAt = idAt(document.activeElement);
    const settle = camera.hold();
    const change = picture.patch(message);
    if (!change) return false;
    glide(change, picture.boxes.size, settle());
    rings.set("held", message.held ?? []);
    rings.refresh();
    roving.refresh(lookedAt);
    const { view, spacing, hide } = message.look;
    const look = JSON.stringify([view, spacing, hide]);
    const legend = spacing === "room" && !hide.includes("legend");
    if (looked !== null && look !== looked) legend ? camera.survey() : camera.start();
    else camera.changed((message.newest ?? []).filter((id) => picture.boxes.has(id)));
    looked = look;
    note.hidden = !message.note;
    say(note, message.note ?? "");
    return true;
  }

  return { section, pane, picture, camera, rings, tools, controls, watchers, show };
}

/** One box can be reached with Tab; arrow keys go from there to the others. */
function rove(pane, picture, rings, camera) {
  let stop = null;

  function settle(id) {
    const element = picture.boxes.get(id)?.element;
    if (stop !== element) stop?.setAttribute("tabindex", "-1");
    element?.setAttribute("tabindex", "0");
    stop = element ?? null;
  }

  pane.addEventListener("focusin", ({ target }) => {
    const id = idAt(target);
    if (id === null) return;
    settle(id);
    if (!target.matches(":focus-visible")) return;
    rings.set("focus", [id]);
    camera.show(id);
  });
  pane.addEventListener("focusout", () => rings.set("focus", []));
  return {
    refresh(lookedAt) {
      if (lookedAt !== null && idAt(document.activeElement) !== lookedAt) {
        (picture.boxes.get(lookedAt)?.element ?? pane).focus({ preventScroll: true });
      }
      if (stop?.isConnected) return;
      const [first] = picture.boxes.keys();
      settle(first);
    },
  };
}
