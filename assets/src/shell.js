/* Clientside callbacks of what surrounds a page: components/shell/callbacks.py names their inputs. */
import { go, keep, withParameters } from "./address.js";
import { answered } from "./question.js";
import * as theme from "./theme.js";

const DEFAULT = "-"; // a control's value that the address leaves out (components/controls/select.py)
const CHOICES = ["light", "dark", "system"];
const { no_update: same } = window.dash_clientside;

/** The controls of a page, by name, into its address; gives the query that the page is drawn from. */
export function follow() {
  const [controls] = window.dash_clientside.callback_context.inputs_list;
  const search = keep(
    Object.fromEntries(controls.map(({ id, value }) => [id.control, value === DEFAULT ? "" : value])),
  );
  window.dash_clientside.set_props("address", { search, href: location.href });
  return search;
}

/** The query that goes along to another page. */
export function along(search, kept) {
  const here = new URLSearchParams(search);
  return new URLSearchParams(kept.flatMap((name) => (here.has(name) ? [[name, here.get(name)]] : [])));
}

const address = (path, query) => path + (query.size ? `?${query}` : "");

/** Links of the header: they keep the view; the present page is marked; the data switch stays on the page. */
export function links(_href, here, kept, pages) {
  if (!here) return [pages.map(() => same), pages.map(() => same), same, same, same, same, same];
  arrive(here);
  const query = along(location.search, kept);
  const first = (path) => path.split("/")[1];
  const set = (data) => {
    const other = along(location.search, kept);
    if (data === "example") other.set("data", data);
    else other.delete("data");
    return address(data === here.data ? here.path : here.twin, other);
  };
  return [
    pages.map(({ nav }) => address(nav === "/progress" ? here.progress : nav, query)),
    pages.map(({ nav }) => nav === here.section || first(nav) === first(here.path)),
    address("/", query),
    set("published"),
    set("example"),
    here.data === "published" ? "on" : "",
    here.data === "example" ? "on" : "",
  ];
}

let stood = null; // path of the page before

/* A new page has come: its heading gets the focus, which reads it to whoever listens. */
function arrive(here) {
  document.getElementById("first")?.remove();
  const first = stood === null;
  const other = stood !== here.path;
  stood = here.path;
  if (first && !location.hash) return;
  requestAnimationFrame(() => {
    const place = location.hash && document.getElementById(location.hash.slice(1));
    const target = place || (other && document.querySelector("main h1"));
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (place) place.scrollIntoView({ behavior: "instant" });
  });
}

/** A theme has been chosen: remembered, kept in the address, shown. */
export function choose() {
  const { triggered_id: pressed } = window.dash_clientside.callback_context;
  if (pressed) {
    theme.remember(pressed.theme);
    keep({ theme: pressed.theme === "system" ? "" : pressed.theme });
    theme.apply();
  }
  return CHOICES.map((name) => String(name === theme.chosen()));
}

/** The peer panel: a choice, a name or the weights of likeness go into the address. */
export function peers(event) {
  if (!event) return;
  const { key, name, value } = event;
  if (key === "param") go(withParameters({ [name]: value.trim() }).href);
  if (key !== "mix") return;
  const weights = [...document.querySelectorAll('#peers-body [data-key="mix"]')].filter((one) => one.value !== "1");
  go(withParameters({ mix: weights.map((one) => `${one.dataset.criterion}:${one.value}`).join(",") }).href);
}

/* "/" leads to the search, as on many sites; there arrows go through what it has found, Enter takes the first. */
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const place = event.target.closest?.(".find");
  if (!place) {
    if (event.key !== "/" || event.target.closest?.("input, textarea, select, [contenteditable=true]")) return;
    event.preventDefault();
    document.getElementById("find-header")?.focus();
    return;
  }
  const stops = [...place.querySelectorAll("input, a")];
  const to = stops[stops.indexOf(event.target) + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? Number.NaN)];
  if (event.key === "Enter" && event.target.matches("input")) stops[1]?.click();
  if (event.key === "Escape") document.activeElement.blur();
  if (!to) return;
  event.preventDefault();
  to.focus();
});

/** A callback has ended: one that failed is said, with a way to load the page again. */
export function resolved(callback, { error }) {
  const said = answered(callback, error);
  if (error && !said) window.dash_clientside.set_props("unanswered", { is_open: true });
}

/** Load the page again. */
export function reload(presses) {
  if (presses) location.reload();
}
