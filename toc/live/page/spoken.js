// What is said to people who listen to the page: seldom, and only when it is another thing than before.

import { say } from "./make.js";

const PAUSE = 3000;

/** @param {HTMLElement} place a live region that waits for its turn */
export function makeSpoken(place) {
  let timer = 0;
  let last = null;

  return {
    now: (sentence) => say(place, sentence),
    /** Say it once nothing else has come for a while; the first thing is not said, because it is what one came to. */
    afterwards(sentence) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (last !== null && sentence !== last) say(place, sentence);
        last = sentence;
      }, PAUSE);
    },
  };
}
