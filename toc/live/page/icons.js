// The signs on buttons and in lists, drawn with a pen of one width on a sheet of 24 by 24.

import { draw } from "./make.js";

const DRAWINGS = {
  all: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  back: "M10 6l-6 6 6 6M4 12h16",
  card: "M5 4h14v16H5zM8.5 8.5h7M8.5 12h7M8.5 15.5h4",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  dark: "M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.500 10.500z",
  error: "M12 3l9.500 17h-19zM12 10v4.500M12 17.200v.1",
  warning: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.500v5.500M12 16.200v.1",
  advice: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.700 2.200c-.8.4-1.200.9-1.200 1.800M12 16.500v.1",
  fine: "M5 12.500l4.500 4.500L19 7",
  follow: "M12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM12 2.500v4M12 17.500v4M2.500 12h4M17.500 12h4",
  less: "M5 12h14",
  light: "M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
  line: "M4 7h16M4 12h10M4 17h13M17 10l3 2-3 2",
  more: "M12 5v14M5 12h14",
  note: "M5 4h14v11l-5 5H5zM14 20v-5h5",
  pack: "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8",
  people: "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 20c0-3.500 2.500-5.500 6-5.500s6 2 6 5.500M16 4.500a3.200 3.200 0 0 1 0 6.200M17.500 14.800c2.200.6 3.500 2.500 3.500 5.200",
  projector: "M3 5h18v11H3zM12 16v2M8 21l4-3 4 3",
  session: "M5 5.500h14V20H5zM5 10h14M9 3v4M15 3v4M9 14.500l2 2 4-3.500",
  share: "M14 5h5v5M19 5l-8 8M17 13.500V19H5V7h5.500",
  tidy: "M4 6h16M8 10.500h12M8 15h12M4 19.500h16",
  unlinked: "M9 15l6-6M8 11l-2.500 2.500a3.500 3.500 0 0 0 5 5L13 16M11 8l2.500-2.500a3.500 3.500 0 0 1 5 5L16 13",
};

/** Draw a sign; the words beside it say what it means, so that it is hidden from who listens. */
export function icon(name) {
  return draw("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, draw("path", { d: DRAWINGS[name] }));
}
