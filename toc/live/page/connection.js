// The line to the room's server: one WebSocket that comes back by itself.
//
// What is sent while it is lost is dropped: whoever sends asks for the state, and says anew what matters on “hello”.

import { address, early, first } from "./early.js";

const PAUSES = [200, 400, 800, 1500, 3000, 5000];

/**
 * @typedef {{send: (message: object) => boolean, ask: (what: string, rest?: object) => Promise<any>,
 *   on: (type: string, hear: (message: any) => void) => void, begin: () => void, again: () => void, readonly state: "open" | "lost"}} Connection
 */

/**
 * Connect to the room; `begin` is called once everybody listens. `on` hears messages of a type; the type “state” is told
 * by the connection itself.
 * @returns {Connection}
 */
export function connect() {
  const hearers = new Map();
  const asked = new Map();
  let socket = null;
  let state = "lost";
  let tries = 0;
  let asks = 0;

  function tell(message) {
    for (const hear of hearers.get(message.type) ?? []) hear(message);
  }

  function become(now) {
    if (now === state) return;
    state = now;
    tell({ type: "state", state });
  }

  function answered(message) {
    const waiting = asked.get(message.id);
    asked.delete(message.id);
    if (message.trouble) waiting?.reject(new Error(message.trouble));
    else waiting?.resolve(message);
  }

  function lost() {
    for (const waiting of asked.values()) waiting.reject(new Error("The connection was lost before the answer came."));
    asked.clear();
    become("lost");
    setTimeout(open, PAUSES[Math.min(tries, PAUSES.length - 1)]);
    tries += 1;
  }

  function open() {
    if (!socket || socket.readyState >= WebSocket.CLOSING) use(new WebSocket(address));
  }

  function use(line) {
    socket = line;
    if (line.readyState === WebSocket.OPEN) opened();
    else line.onopen = opened;
    line.onmessage = heard;
    line.onclose = lost;
  }

  function opened() {
    tries = 0;
    become("open");
  }

  function heard({ data }) {
    const message = JSON.parse(data);
    if (message.type === "answer") answered(message);
    else tell(message);
  }

  /** Take the line that was opened early; one that broke meanwhile is opened again. */
  function begin() {
    if (first.readyState >= WebSocket.CLOSING) return open();
    use(first);
    for (const message of early.splice(0)) heard(message);
    return undefined;
  }

  function send(message) {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  function ask(what, rest = {}) {
    asks += 1;
    const id = asks;
    return new Promise((resolve, reject) => {
      asked.set(id, { resolve, reject });
      if (send({ type: "ask", id, what, ...rest })) return;
      asked.delete(id);
      reject(new Error("There is no connection to the room at the moment."));
    });
  }

  function on(type, hear) {
    hearers.set(type, [...(hearers.get(type) ?? []), hear]);
  }

  addEventListener("online", () => socket && open());
  return { send, ask, on, begin, again: () => socket?.close(), get state() { return state; } };
}
