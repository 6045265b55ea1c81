/* A comparison: the matrix sorted by a city's band or by how many cities have a value; marks that lead to a
   row of the table of values, or to the source of a number. */

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
