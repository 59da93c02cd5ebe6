// Reads lines of a picture as SVG. Whatever could run or reach out is taken away, though our server writes none of it.

const OPENING = '<svg xmlns="http://www.w3.org/2000/svg">';
const UNWANTED = "script, foreignObject, iframe, image, use, set, animate, animateTransform, animateMotion, handler";

/**
 * Give each piece its `element`: the group that its line draws, or a group around what its line draws.
 * @param {{line: string, element?: Element | null}[]} pieces
 */
export function read(pieces) {
  if (!pieces.length) return pieces;
  const whole = parse(pieces.map(({ line }) => `<g>${line}</g>`).join("\n"));
  const wrappers = whole ? [...whole.children] : [];
  if (wrappers.length === pieces.length) pieces.forEach((piece, at) => take(piece, wrappers[at]));
  else for (const piece of pieces) take(piece, parse(`<g>${piece.line}</g>`)?.firstElementChild ?? null);
  return pieces;
}

function parse(text) {
  const root = new DOMParser().parseFromString(`${OPENING}${text}</svg>`, "image/svg+xml").documentElement;
  if (root.localName !== "svg" || root.querySelector("parsererror")) return null;
  for (const element of root.querySelectorAll(UNWANTED)) element.remove();
  for (const link of root.querySelectorAll("a")) tame(link);
  return root;
}

function tame(link) {
  if (!/^(https?:|mailto:)/i.test(link.getAttribute("href") ?? "")) link.removeAttribute("href");
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer");
}

function take(piece, wrapper) {
  const only = wrapper?.children.length === 1 ? wrapper.firstElementChild : null;
  const element = only && (only.hasAttribute("data-id") || only.hasAttribute("data-from")) ? only : wrapper;
  piece.element = element ? document.adoptNode(element) : null;
}
