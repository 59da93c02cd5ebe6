// The line to the room's server: one WebSocket that comes back by itself.
//
// What is sent while it is lost is dropped: whoever sends asks for the state, and says anew what matters on “hello”.

const PAUSES = [200, 400, 800, 1500, 3000, 5000];

/**
 * @typedef {{send: (message: object) => boolean, ask: (what: string, rest?: object) => Promise<any>,
 *   on: (type: string, hear: (message: any) => void) => void, again: () => void, readonly state: "open" | "lost"}} Connection
 */

/**
 * Connect to the room. `on` hears messages of a type; the type “state” is told by the connection itself.
 * @param {string} url @returns {Connection}
 */
export function connect(url) {
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
    if (socket && socket.readyState < WebSocket.CLOSING) return;
    socket = new WebSocket(url);
    socket.onopen = () => {
      tries = 0;
      become("open");
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "answer") answered(message);
      else tell(message);
    };
    socket.onclose = lost;
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

  addEventListener("online", open);
  open();
  return { send, ask, on, again: () => socket?.close(), get state() { return state; } };
}

/** Give the address of the room's socket. */
export function socketUrl(base) {
  const url = new URL(`${base}socket`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
