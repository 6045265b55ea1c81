/* The scorecard's table: filter, sort, open and close rows that are on screen. The server is not asked. */
import { keep } from "./address.js";

const fresh = () => ({ path: null, chosen: null, open: new Set(), shut: new Set() });
let state = fresh(); // of the city on screen: what was chosen in a drawing, groups opened and shut by hand

/** Whether a row of data attributes is shown. */
export function matches(row, { text, band, held, chosen }) {
  return (
    text.every((word) => row.text.includes(word)) &&
    (!band || row.band === band) &&
    (!held || row.held === "1") &&
    (!chosen || [row.point, row.category, row.dimension].includes(chosen.key))
  );
}

/** Rows of data attributes in the reader's order; those without a score stand last. */
export function ordered(rows, how, language = "en") {
  const official = (a, b) => a.pos - b.pos;
  const score = (row) => (row.score === "" ? null : Number(row.score));
  const by = {
    official,
    name: (a, b) => a.name.localeCompare(b.name, language),
    score: (a, b) => score(b) - score(a),
    gap: (a, b) => score(a) - score(b),
  }[how];
  if (how === "official" || how === "name") return rows.toSorted(by);
  const scored = rows.filter((row) => score(row) !== null);
  return [
    ...scored.toSorted((a, b) => by(a, b) || official(a, b)),
    ...rows.filter((row) => score(row) === null).toSorted(official),
  ];
}

/** What the table shows, from its controls. */
export function table(text, band, held, sort, _open, _clear, event, _html, wheel, ...rest) {
  const root = document.getElementById("kpis");
  const { path } = rest.at(-1);
  const cause = window.dash_clientside.callback_context.triggered[0]?.prop_id || "";
  if (state.path !== path) begin(root, path);
  if (cause.startsWith("kpis-clear") || (cause === "kpis.event" && event.level === "clear")) return clear();
  if (cause === "city-wheel.event") choose(root, wheel, true);
  if (cause.endsWith("clickData")) choose(root, { level: "category", key: keyOf(rest, cause) }, true);
  if (cause === "kpis.event" && event.level === "sort") return sortBy(event.key, sort);
  const found = {
    text: (text || "").trim().toLowerCase().split(/\s+/).filter(Boolean),
    band,
    held: held?.length > 0,
    chosen: state.chosen,
  };
  found.any = found.text.length > 0 || Boolean(band) || found.held || Boolean(state.chosen);
  if (cause === "kpis.event" && event.level === "group") toggle(event.key, found);
  if (cause.startsWith("kpis-open.")) openAll(root, found);
  const untouched = !found.any && sort === "official" && !state.open.size;
  if (cause === "kpis.html") {
    // The new rows of another score, year or peer group stand in the page at the next frame.
    if (!untouched) requestAnimationFrame(() => show(root, found, sort));
    return Array(4).fill(window.dash_clientside.no_update);
  }
  const n = show(root, found, sort);
  return [n, state.chosen ? state.chosen.name : "", !state.chosen, anyShut(root, found) ? words().open : words().close];
}

const words = () => document.querySelector("#kpis .kpis").dataset;
const all = (root, selector) => [...root.querySelectorAll(selector)];
const keyOf = (clicks, cause) => {
  const click = clicks.find((each) => each?.points && cause) || {};
  return [].concat(click.points?.[0]?.customdata ?? [])[0];
};

function begin(root, path) {
  state = { ...fresh(), path };
  const key = new URLSearchParams(location.search).get("category");
  if (key)
    choose(root, {
      key,
      level: root.querySelector(`.dimb[data-dimension="${CSS.escape(key)}"]`) ? "dimension" : "category",
    });
}

function choose(root, { level, key }, reveal = false) {
  const place = {
    point: `tr.ptr[data-point="${CSS.escape(key)}"]`,
    category: `tbody.catb[data-category="${CSS.escape(key)}"]`,
    dimension: `tbody.dimb[data-dimension="${CSS.escape(key)}"]`,
  }[level];
  const found = place && root.querySelector(place);
  if (!found) return;
  state.chosen = { level, key, name: found.dataset.name };
  state.shut.clear();
  keep({ category: level === "point" ? "" : key });
  if (!reveal) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  document.getElementById("points").scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  if (level === "point") requestAnimationFrame(() => found.querySelector(".src")?.focus({ preventScroll: true }));
}

function clear() {
  state.chosen = null;
  keep({ category: "" });
  for (const [id, value] of [
    ["kpis-text", ""],
    ["kpis-band", ""],
    ["kpis-held", []],
  ])
    window.dash_clientside.set_props(id, { value });
  const same = window.dash_clientside.no_update;
  return [same, "", true, same];
}

function sortBy(column, sort) {
  const next =
    column === "name" ? (sort === "name" ? "official" : "name") : { score: "gap", gap: "official" }[sort] || "score";
  window.dash_clientside.set_props("kpis-sort", { value: next });
  const same = window.dash_clientside.no_update;
  return [same, same, same, same];
}

/* A group is open when the reader or the server opened it; under a filter, unless the reader shut it. */
const opened = (group) => group.hasAttribute("data-open") !== state.open.has(group.dataset.category);
const isOpen = (group, found) => (found.any ? !state.shut.has(group.dataset.category) : opened(group));
const anyShut = (root, found) => all(root, "tbody.catb:not([hidden])").some((group) => !isOpen(group, found));

function toggle(key, found) {
  const set = found.any ? state.shut : state.open;
  if (!set.delete(key)) set.add(key);
}

function openAll(root, found) {
  const open = anyShut(root, found);
  for (const group of all(root, "tbody.catb")) if (isOpen(group, found) !== open) toggle(group.dataset.category, found);
}

function show(root, found, sort) {
  const flat = sort !== "official";
  const rows = all(root, "tr.ptr");
  const shown = new Set(rows.filter((row) => matches(row.dataset, found)));
  arrange(root, rows, sort);
  for (const group of all(root, "tbody.catb")) {
    const open = isOpen(group, found);
    const own = rows.filter((row) => row.dataset.category === group.dataset.category);
    for (const row of own) row.hidden = !shown.has(row) || !(flat || open);
    group.hidden = flat || !own.some((row) => shown.has(row));
    group.querySelector("[aria-expanded]").setAttribute("aria-expanded", String(open));
  }
  for (const head of all(root, "tbody.dimb")) {
    head.hidden = flat || !all(root, `tbody.catb[data-dimension="${head.dataset.dimension}"]:not([hidden])`).length;
  }
  root.querySelector(".flat").hidden = !flat;
  root.querySelector(".none").hidden = shown.size > 0;
  root.querySelector("table.k").hidden = !shown.size;
  const { one, many } = words();
  return shown.size === 1 ? one : many.replace("{n}", shown.size);
}

/* Rows move into one flat body, and back to their groups for the official order. */
function arrange(root, rows, sort) {
  for (const head of all(root, "th[data-col]")) {
    const here = head.dataset.col === (sort === "gap" ? "score" : sort);
    if (here) head.setAttribute("aria-sort", sort === "score" ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  }
  const body = root.querySelector(".flat");
  if (sort === "official" && !body.hasChildNodes()) return;
  const place = new Map(rows.map((row) => [row.dataset, row]));
  for (const data of ordered([...place.keys()], sort, document.documentElement.lang)) {
    const home = sort === "official" ? root.querySelector(`tbody.catb[data-category="${data.category}"]`) : body;
    home.append(place.get(data));
  }
}
