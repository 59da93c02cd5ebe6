// Light or dark: as the computer says, or as chosen here.

const KEY = "toc:theme";

/** @param {HTMLLinkElement} dark the style sheet of the dark page @param {(theme: "light" | "dark") => void} tell */
export function makeTheme(dark, tell) {
  const computer = matchMedia("(prefers-color-scheme: dark)");
  let chosen = remembered();

  function theme() {
    return chosen ?? (computer.matches ? "dark" : "light");
  }

  function apply() {
    dark.media = theme() === "dark" ? "all" : "not all";
    tell(theme());
  }

  computer.addEventListener("change", apply);
  dark.media = theme() === "dark" ? "all" : "not all";
  return {
    theme,
    toggle() {
      chosen = theme() === "dark" ? "light" : "dark";
      try {
        localStorage.setItem(KEY, chosen);
      } catch {
        // It is as the computer says again next time.
      }
      apply();
    },
  };
}

function remembered() {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : null;
  } catch {
    return null;
  }
}
