// Calls what the page's modules without a document can do, one question a line: [module, name, …given]. For a test.

import { createInterface } from "node:readline";

const element = (name) => ({
  name, inside: [], attributes: {}, parent: null,
  get firstChild() { return this.inside[0] ?? null; },
  get nextSibling() { return this.parent?.inside[this.parent.inside.indexOf(this) + 1] ?? null; },
  setAttribute(what, value) { this.attributes[what] = value; },
  remove() { this.parent?.inside.splice(this.parent.inside.indexOf(this), 1); },
  insertBefore(one, before) {
    one.remove();
    one.parent = this;
    this.inside.splice(before ? this.inside.indexOf(before) : this.inside.length, 0, one);
  },
});

/** Bring one list of lines after the other into a group; gives what each did, and what stands in the group then. */
async function laid(...pictures) {
  const { lay, plan } = await import("../../toc/live/page/pieces.js");
  const group = { element: element("group"), opening: "", pieces: new Map() };
  return pictures.map((lines) => {
    const planned = plan(group, lines);
    for (const piece of planned.wanted) piece.element = element(piece.line);
    const { gone, drawn, moved } = lay(planned);
    const keys = (pieces) => pieces.map(({ key }) => key);
    const now = group.element.inside.map(({ name, attributes }) => [name, attributes.transform ?? null]);
    return { gone: keys(gone), drawn: keys(drawn), moved: keys(moved), now };
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const [module, name, ...given] = JSON.parse(line);
  const found = name === "laid" ? laid : (await import(`../../toc/live/page/${module}.js`))[name];
  const answer = await found(...given);
  const plain = answer?.groups instanceof Map ? { ...answer, groups: [...answer.groups] } : answer;
  process.stdout.write(`${JSON.stringify(plain ?? null)}\n`);
}
