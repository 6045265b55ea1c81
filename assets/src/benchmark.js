/* Benchmark: another data point by arrow key, a city marked in all charts by a click. */
import { toggled } from "./address.js";

const TAKES_ARROWS =
  "input, textarea, select, summary, [contenteditable=true], .scroll, .js-plotly-plot, .points, " +
  "[role=combobox], [role=listbox], [role=slider], [role=grid]";
let flipped = ""; // which way the reader went last
let said = "";

/** The city of a click on a chart, on the mark of a list or on a chip, or of a choice. */
export const cityOf = (cause) =>
  cause?.key === "add" ? cause.value : (cause?.key ?? [].concat(cause?.points?.[0]?.customdata ?? [])[0]);

/** A city is marked, or no longer; the control writes it into the address, and the page is drawn from there. */
export function mark() {
  const { triggered, states } = window.dash_clientside.callback_context;
  for (const { prop_id: cause, value } of triggered) {
    const key = cityOf(value);
    const control = Object.keys(states).find((id) => states[id] !== undefined && states[id] !== null);
    if (!key || !control) continue;
    const id = JSON.parse(control.slice(0, control.lastIndexOf(".")));
    window.dash_clientside.set_props(id, { value: toggled(states[control], key) });
    const [graph, property] = cause.split(".");
    // The same dot can be clicked again.
    if (property === "clickData") window.dash_clientside.set_props(graph, { clickData: null });
  }
}

/** The page of another point has come: after a flip it is said, and the flip has the focus again. */
export function announce(html) {
  const coming = new DOMParser().parseFromString(html, "text/html");
  const words = coming.querySelector("[data-announce]")?.dataset.announce ?? "";
  if (words === said) return words;
  const way = flipped;
  flipped = "";
  said = words;
  whenShown(words, () => {
    if (!way) return;
    region().textContent = words;
    document.querySelector(`[data-flip=${way}]`)?.focus({ preventScroll: true });
  });
  return words;
}

/* React puts the page in its place some frames later. */
function whenShown(words, then, frames = 60) {
  if (document.querySelector("[data-announce]")?.dataset.announce === words) then();
  else if (frames) requestAnimationFrame(() => whenShown(words, then, frames - 1));
}

/* Outside of Dash's tree, so that it outlives the page whose place another takes. */
function region() {
  const found = document.getElementById("announced");
  if (found) return found;
  const made = Object.assign(document.createElement("p"), { id: "announced", className: "vh" });
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}

/** Which way an arrow key leads: on is to the left where text runs so. */
export const wayOf = (key, rtl) => ((key === "ArrowRight") !== rtl ? "next" : "previous");

globalThis.addEventListener?.("keydown", (event) => {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.target.closest?.(TAKES_ARROWS)) return;
  const way = wayOf(event.key, document.documentElement.dir === "rtl");
  const link = document.querySelector(`[data-flip=${way}]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
globalThis.addEventListener?.(
  "click",
  (event) => {
    const link = event.target.closest?.("[data-flip]");
    if (link) flipped = link.dataset.flip;
  },
  true,
);
