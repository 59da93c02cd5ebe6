// The line to the room is opened before the rest of the page is here, so that hello and picture wait for the page, and
// not the page for them. It comes alone and first; `connection.js` takes the line over.

const base = document.querySelector('meta[name="toc-base"]')?.getAttribute("content") ?? "";
const url = new URL(`${base}socket`, location.href);
url.protocol = url.protocol === "https:" ? "wss:" : "ws:";

/** The address of the room's socket. */
export const address = url.href;

/** The line, and what has come on it so far. */
export const first = new WebSocket(address);
export const early = [];
first.onmessage = (message) => early.push(message);
