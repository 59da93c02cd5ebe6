// The top of the page: what it is about, who is here, and what can be done; and the bar above the text.

import { icon } from "./icons.js";
import { button, count, make, say } from "./make.js";

/**
 * @param {HTMLElement} head
 * @param {{card: () => void, session: () => void, pack: () => void, share: () => void, project: () => void,
 *   theme: () => void}} act
 */
export function makeHead(head, act) {
  const title = make("h1", { dir: "auto" }, "Theory of change");
  const people = make("p", { class: "people", hidden: true }, icon("people"), make("span", {}));
  const reads = make("p", { class: "reads", hidden: true }, "You are looking along");
  const writers = [
    button("Session", act.session, { sign: icon("session"), class: "quiet", label: "End of the session" }),
    button("Pack", act.pack, { sign: icon("pack"), class: "quiet", label: "Pack: files for everybody" }),
  ];
  const share = button("Share", act.share, { sign: icon("share"), class: "quiet", label: "Share this page" });
  const card = button("Card", act.card, {
    sign: icon("card"), class: "quiet", label: "The card: words and keys (F1)", "aria-expanded": "false",
  });
  const theme = button("", act.theme, { sign: icon("light"), class: "quiet", label: "Light or dark" });
  const project = button("Projector", act.project, {
    sign: icon("projector"), label: "Projector view (F9)", class: "project",
  });
  for (const one of [...writers, share]) one.hidden = true;
  head.append(title, reads, people,
    make("nav", { class: "acts", "aria-label": "What can be done" }, card, ...writers, share, theme, project));

  return {
    hello({ may, share: links }) {
      reads.hidden = may === "write";
      for (const one of writers) one.hidden = may !== "write";
      share.hidden = !links;
    },
    title(words) {
      say(title, words || "Theory of change");
      document.title = words ? `${words} · theory of change` : "Theory of change";
    },
    people(number) {
      people.hidden = number < 2;
      say(people.lastElementChild, count(number, "person", "people"));
      people.setAttribute("title", `${count(number, "person is", "people are")} here`);
    },
    card: (open) => card.setAttribute("aria-expanded", String(open)),
    theme: (now) => theme.firstElementChild.replaceWith(icon(now === "dark" ? "light" : "dark")),
  };
}

/** Build the bar above the text: which file, whether it is saved, tidy. */
export function makeBar(section, { open, tidy }) {
  const name = make("p", { class: "file" });
  const files = make("select", { "aria-label": "File", hidden: true, onchange: () => open(files.value) });
  const saved = make("div", { class: "state" });
  const neat = button("Tidy", tidy, { class: "quiet", sign: icon("tidy"), label: "Tidy the text" });
  section.append(make("div", { class: "writing-bar" }, name, files, saved, neat));

  return {
    saved,
    hello({ files: all, may }) {
      neat.hidden = may !== "write";
      show(all);
    },
    files: ({ files: all }) => show(all),
    file(now) {
      say(name, now);
      files.value = now;
    },
  };

  function show(all) {
    const now = files.value;
    files.replaceChildren(...all.map((file) => make("option", { value: file.name }, file.name)));
    files.hidden = all.length < 2;
    name.hidden = all.length > 1;
    if (all.some((file) => file.name === now)) files.value = now;
  }
}
