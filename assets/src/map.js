/* The map's callbacks (pages/map/callbacks.py). The page brings every year of a measure as JSON (pages/map/data.py),
   so a step of the timeline asks nobody. */
import { pointer } from "d3-selection";
import { keep, toggled } from "./address.js";
import { snapped, standings } from "./map_layout.js";
import { Drawing } from "./map_view.js";
import * as say from "./map_words.js";

const HOLD = 250; // ms without a move until list and address follow
const HINT = 1600; // ms that a word on the wheel stands
let map = null; // of the page on screen: its parts, data, year, cities, the chosen one
let filter = { text: "" }; // of its list

const same = () => window.dash_clientside.no_update;
const set = (id, values) => window.dash_clientside.set_props(id, values);
const cause = () => window.dash_clientside.callback_context;
const $ = (css) => map.root.querySelector(css);

/** The measure or the year has changed: gives what the page says of it. */
export function show(data, wanted) {
  if (data.silent) return data.silent;
  if (!map?.root.isConnected) map = begin(document.querySelector("#react-entry-point #map-all"));
  map.data = data;
  map.years = Object.keys(data.frames).map(Number);
  map.year = snapped(map.years, Number(wanted), map.year);
  if (map.year !== Number(wanted)) set("map-year", { value: map.year });
  map.all = standings(data, map.year);
  map.view.ring(chosen());
  map.view.show(data, map.all);
  for (const bar of map.root.querySelectorAll("#map-bars [data-year]")) {
    const year = Number(bar.dataset.year);
    bar.classList.toggle("mp-in", year >= data.frames[map.year][0] && year <= map.year);
    bar.classList.toggle("mp-on", year === map.year);
  }
  keep({ asof: map.year === data.default ? "" : map.year });
  if (!$(".mp-card").hidden) card();
  return data.said[map.year];
}

function begin(root) {
  const frame = root.querySelector(".mp-frame");
  const found = { root, id: null, view: new Drawing(frame, hint, rest) };
  const on = (type, css, act) => root.querySelector(css).addEventListener(type, act);
  on("pointermove", ".mp-svg", (event) => hover(event.pointerType === "mouse" && !event.buttons ? under(event) : null));
  on("pointerleave", ".mp-svg", () => hover(null));
  on("click", ".mp-svg", (event) => {
    const g = event.target.closest("[data-key]") ? null : under(event);
    if (g) acts[g.members.length > 1 ? "crowd" : "city"](g.s);
  });
  on("click", ".mp-inset", (event) => map.view.look(...pointer(event, $(".mp-inset"))));
  on(
    "focusin",
    ".mp-rows",
    ({ target }) => target.matches("[data-i]:focus-visible") && pick(map.all[target.dataset.i]),
  );
  on("focusout", ".mp-rows", () => setTimeout(() => map.stale && list()));
  root.addEventListener("keydown", key);
  return found;
}

const under = (event) => map.view.pointing?.(...pointer(event, $(".mp-marks")));
const chosen = () => map.all.find((s) => s.id === map.id);

/* Name, value, year, band, target next to what the pointer means. */
function hover(g) {
  const tip = $(".mp-tip");
  map.view.svg.classList.toggle("mp-over-mark", Boolean(g));
  tip.hidden = !g;
  if (!g) return map.view.ring(chosen());
  const { w, h, t, laid } = map.view;
  const [x, y] = [g.px + t.x - laid.x, g.py + t.y - laid.y];
  map.view.ring(g.members.length > 1 ? chosen() : g.s);
  tip.innerHTML = say.tip(g, map.data);
  tip.style.setProperty("--x", (x + (x > w / 2 ? -1 : 1) * (g.radius + 10)) / w);
  tip.style.setProperty("--y", y / h);
  tip.classList.toggle("mp-left", x > w / 2);
}

function hint() {
  const note = $(".mp-hint");
  Object.assign(note, { textContent: map.data.words.zoomHint, hidden: false });
  clearTimeout(map.hinted);
  map.hinted = setTimeout(() => Object.assign(note, { hidden: true }), HINT);
}

function rest() {
  clearTimeout(map.rest);
  map.rest = setTimeout(settled, HOLD);
}

/* The map rests: names at the edges, the list, the address. */
function settled() {
  const { view, root } = map;
  if (!root.isConnected) return;
  if (view.t.x !== view.laid.x || view.t.y !== view.laid.y) {
    view.laid = null;
    view.draw();
    clearTimeout(map.rest);
  }
  list();
  const search = keep({ at: view.moved ? view.at.join() : "" });
  for (const link of root.querySelectorAll("[data-file]")) link.search = search;
}

/** The list is filtered or sorted. */
export function sift(text, sort) {
  filter = { text: text ?? "", sort };
  if (map?.all) list(true);
}

function list(asked) {
  const { view, data, all } = map;
  const box = $(".mp-rows");
  // Who walks through the list by keyboard keeps the list that they walk through.
  map.stale = !asked && Boolean(box.querySelector(":focus-visible"));
  if (map.stale) return;
  const found = say.listed(all, data, (s) => view.sees(s), filter, document.documentElement.lang);
  const placed = all.filter((s) => s.x !== null);
  const n = filter.text.trim() ? found.flatMap((group) => group.own).length : placed.filter((s) => view.sees(s)).length;
  $(".mp-count").textContent = say.counted(n, placed.length, filter.text.trim(), data.words);
  const held = box.querySelector(":focus")?.dataset.i;
  box.innerHTML = say.list(found, data, chosen()?.i);
  if (held) box.querySelector(`[data-i="${held}"]`)?.focus({ preventScroll: true });
}

function pick(s) {
  map.id = s.id;
  map.view.lead(s);
  map.view.ring(s);
  $(".mp-tip").hidden = true;
  for (const row of root().querySelectorAll("[aria-current]")) row.removeAttribute("aria-current");
  $(`.mp-rows [data-i="${s.i}"]`)?.setAttribute("aria-current", "true");
}
const root = () => $(".mp-rows");

function card() {
  const s = chosen();
  $(".mp-card").hidden = !s;
  if (s) $(".mp-card").innerHTML = say.card(s, map.data);
}

function close() {
  const inside = $(".mp-card").contains(document.activeElement) || document.activeElement === document.body;
  const row = $(`.mp-rows [aria-current]`);
  $(".mp-card").hidden = true;
  map.id = null;
  map.view.ring(null);
  row?.removeAttribute("aria-current");
  if (inside) (row ?? map.view.svg).focus({ preventScroll: true });
}

const acts = {
  city({ i }) {
    pick(map.all[i]);
    card();
  },
  crowd: ({ i }) => map.view.spread(map.view.groups.find((g) => g.s.i === Number(i)).members),
  zoom: ({ by }) => map.view.by(0, 0, Number(by)),
  box({ box }) {
    map.view.moved = box !== "first";
    map.view.fit(box);
  },
  year: ({ year }) => set("map-year", { value: Number(year) }),
  mark: ({ i, n }) => set("map-cities", { event: { key: map.all[i].id, n } }),
  close,
  png,
};

/** Something marked in the drawing, its card, the list, the timeline or the files was pressed. */
export function act() {
  for (const { value } of cause().triggered) acts[value?.key]?.(value);
}

function key(event) {
  const { view } = map;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && map.id) return close();
  if (event.key === " " && event.target.matches("[data-key=crowd]")) acts.crowd(event.target.dataset);
  else if (event.target !== view.svg) return;
  const step = Math.min(view.w, view.h) / 5;
  const moves = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
  const factor = { "+": 1.5, "=": 1.5, "-": 1 / 1.5 }[event.key];
  if (event.key === "0") acts.box({ box: "all" });
  else if (moves[event.key] || factor) view.by(...(moves[event.key] ?? [0, 0]), factor);
  else if (event.key !== " ") return;
  event.preventDefault();
}

/** Play, its next year, or hold. */
export function play(_presses, _ticks, stopped) {
  const [last, next] = [map.years.at(-1), map.years.find((year) => year > map.year)];
  const pressed = cause().triggered_id === "map-play";
  if (pressed && !stopped) return [same(), true, "false"];
  const ends = next === undefined || (next === last && !pressed);
  if (pressed) return [next ?? map.years[0], false, "true"];
  return [next ?? same(), ends, String(!ends)];
}

/** A data point or a score is chosen: the other list lets go of its own. */
export function choose(point, score) {
  const byScore = cause().triggered_id === "map-score";
  if ((byScore ? score : point) === "-") return Array(4).fill(same());
  if (!byScore) return [point, "", same(), "-"];
  const points = document.querySelector('.points[data-page="map-pick"]');
  points.querySelector("summary").lastElementChild.textContent = map.data.words.choose;
  points.querySelector("[aria-current]")?.removeAttribute("aria-current");
  return ["", score, "-", same()];
}

/** A city is marked, or no longer. */
export function mark(event, cities) {
  const id = event?.key === "add" ? event.value : event?.key;
  if (id) set({ page: "map", control: "cities" }, { value: toggled(cities, id) });
}

/* The file of the server as pixels, twice as dense. */
async function png() {
  const answer = await fetch($('[data-file][href*="/map.svg"]').href);
  const image = new Image();
  const url = URL.createObjectURL(await answer.blob());
  image.src = url;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * image.width, height: 2 * image.height });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  const name = /filename="(.+)\.svg"/.exec(answer.headers.get("Content-Disposition"))?.[1] ?? "map";
  Object.assign(document.createElement("a"), { href: canvas.toDataURL("image/png"), download: `${name}.png` }).click();
}
