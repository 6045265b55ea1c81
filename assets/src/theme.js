/* The reader's theme: ?theme= of the address, else the last choice, else the system's. A system that forces
   its own colours is always followed: drawings in the other theme would not be seen on its ground.
   Loaded in <head> before any style sheet, so a dark page never flashes white. */
const KEY = "atlas-theme";
const CHOICES = ["light", "dark", "system"];
const system = matchMedia("(prefers-color-scheme: dark)");
const forced = matchMedia("(forced-colors: active)");
const known = (value) => (CHOICES.includes(value) ? value : null);

function stored() {
  try {
    return known(localStorage.getItem(KEY));
  } catch {
    return null; // storage switched off: the system's choice stands
  }
}

/** The reader's choice: light, dark or system. */
export const chosen = () => known(new URLSearchParams(location.search).get("theme")) || stored() || "system";

/** Show the chosen theme. Drawings follow by custom properties; nothing is drawn again. */
export function apply() {
  const choice = chosen();
  const dark = choice === "system" || forced.matches ? system.matches : choice === "dark";
  const root = document.documentElement.dataset;
  root.theme = root.bsTheme = dark ? "dark" : "light";
}

/** Remember a choice. */
export function remember(choice) {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // the address carries it
  }
}

for (const query of [system, forced]) query.addEventListener("change", apply);
