/* The reader's theme: ?theme= of the address, else the last choice, else the system's. A system that forces
   its own colours is followed always: drawings in the other theme would not be seen on its ground.
   Loaded in <head> before any style sheet, so a dark page never flashes white. */
(function () {
  "use strict";
  const KEY = "atlas-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const forced = matchMedia("(forced-colors: active)");
  const known = (value) => (["light", "dark", "system"].includes(value) ? value : null);

  function stored() {
    try {
      return known(localStorage.getItem(KEY));
    } catch {
      return null; // storage switched off: the system's choice stands
    }
  }

  function chosen() {
    return known(new URLSearchParams(location.search).get("theme")) || stored() || "system";
  }

  let printing = false;

  function apply() {
    const choice = chosen();
    const dark = !printing && (choice === "system" || forced.matches ? system.matches : choice === "dark");
    const { dataset } = document.documentElement;
    const before = dataset.theme, theme = dark ? "dark" : "light";
    // Said anew, even the same makes the browser style the whole page again.
    if (before !== theme) dataset.theme = theme;
    document.querySelectorAll("[data-theme-set]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.themeSet === choice))
    );
    if (before && before !== theme) {
      document.dispatchEvent(new CustomEvent("atlas:theme"));
    }
  }

  function choose(choice) {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      /* the address below still carries the choice */
    }
    const url = new URL(location.href);
    if (choice === "system") url.searchParams.delete("theme");
    else url.searchParams.set("theme", choice);
    history.replaceState(history.state, "", url);
    apply();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-set]");
    if (button) choose(button.dataset.themeSet);
  });
  document.addEventListener("atlas:rendered", apply);
  for (const query of [system, forced]) query.addEventListener("change", apply);
  /* Paper is white: charts too are drawn again in the light palette while the page is printed. */
  for (const [event, state] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(event, () => {
      printing = state;
      apply();
      document.querySelector(".foot")?.setAttribute("data-address", location.href);
    });
  }
  apply();
})();
