/* A comparison: cities added and taken away; the matrix sorted by a city's band or by how many cities have a value; marks that lead to a
   row of the table of values, or to the source of a number. */

const MOST = 6; // cities that colours and marks can tell apart

/** The cities of a comma-separated list without one of them, or with another at its end. */
export function changed(list, { removed, added }) {
  const cities = (list || "").split(",").filter((city) => city && city !== removed);
  if (added && !cities.includes(added) && cities.length < MOST) cities.push(added);
  return cities.join(",");
}

let removedAt = null; // place of the chip whose button had the focus

/** A chip's button or the field has been used. */
export function choose(_chip, _field, list) {
  const { prop_id: cause, value } = window.dash_clientside.callback_context.triggered[0] || {};
  if (cause === "compare-chips.event") {
    removedAt = (list || "").split(",").indexOf(value.key);
    return changed(list, { removed: value.key });
  }
  const option = [...document.getElementById("compare-found").options].find((one) => one.value === value?.value);
  if (!option) return window.dash_clientside.no_update;
  document.querySelector(".cmp-field").value = "";
  return changed(list, { added: option.dataset.city });
}

/** The chips have been drawn again: the focus goes to the button next to the one that has gone. */
export function focus() {
  if (removedAt === null) return;
  const at = removedAt;
  removedAt = null;
  requestAnimationFrame(() => {
    const buttons = [...document.querySelectorAll(".cmp-x")];
    (buttons[at] || buttons.at(-1) || document.querySelector(".cmp-field")).focus();
  });
}

const RANK = { b4: 9, b3: 8, b2: 7, b1: 6, nt: 5, cv: 4, nv: 3, nr: 2, na: 1 };
const VALUE = 5; // rank from which on a cell has a value

/** Rows in the reader's order: by the rank of one column, or by the number of cells with a value. */
export function ordered(rows, by) {
  const official = (a, b) => a.at - b.at;
  if (!by) return rows.toSorted(official);
  const held = ({ ranks }) => ranks.filter((rank) => rank >= VALUE).length;
  const key = by === "held" ? held : ({ ranks }) => ranks[Number(by) - 1];
  return rows.toSorted((a, b) => key(b) - key(a) || official(a, b));
}

const rank = (cell) => RANK[cell.querySelector("a")?.className] || 0;

/** The choice of an order in the matrix. */
export function sort(event) {
  if (event?.key !== "sort") return;
  const table = document.querySelector(".cmp-cov");
  const rows = [...table.querySelectorAll("tr[data-k]")].map((row, index) => {
    row.dataset.at ??= index;
    row.dataset.in ??= [...table.tBodies].indexOf(row.parentElement);
    return { row, at: Number(row.dataset.at), ranks: [...row.cells].slice(1).map(rank) };
  });
  table.toggleAttribute("data-sorted", Boolean(event.value));
  for (const { row } of ordered(rows, event.value)) table.tBodies[event.value ? 0 : row.dataset.in].append(row);
}

/** What a mark names: a point or category, and the address of a number's source where it has one. */
export function named(event) {
  if (!event?.points) return { key: event?.key };
  const [key, href] = [].concat(event.points[0].customdata ?? []);
  return { key, href };
}

/** A mark has been chosen: its source opens, or its row of the table of values lights up. */
export function mark() {
  const { key, href } = named(window.dash_clientside.callback_context.triggered[0]?.value);
  if (href) window.dash_clientside.set_props("source-asked", { data: href });
  else if (key) show(key);
}

function show(key) {
  const table = document.querySelector(".cmp-values");
  const name = CSS.escape(key);
  const row = table?.querySelector(`tr[data-point="${name}"], tbody[data-category="${name}"] tr`);
  if (!row) return;
  for (const lit of table.querySelectorAll(".lit")) lit.classList.remove("lit");
  row.classList.add("lit");
  const target = row.querySelector("a") || row.cells[0];
  if (!target.matches("a")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  row.scrollIntoView({ block: "center" });
}
