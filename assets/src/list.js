/* A plain table of records, filtered and sorted on screen (components/table/listing.py). */
import { plain } from "./text.js";

/** Order of two cells' values: numbers as numbers, words as words; down turns it round. */
export function compare(a, b, down, language = "en") {
  const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), language);
  return down ? -order : order;
}

const valueOf = (cell) => (cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value));

function sort(table, column) {
  const head = table.tHead.rows[0].cells[column];
  const down = head.getAttribute("aria-sort") === "ascending";
  const body = table.tBodies[0];
  const key = (row) => valueOf(row.cells[column]);
  body.append(...[...body.rows].sort((a, b) => compare(key(a), key(b), down, document.documentElement.lang)));
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
}

/** Filter by the text; sort by the head that was pressed. Gives the count in words. */
export function show(text, event) {
  const { outputs_list: output, triggered } = window.dash_clientside.callback_context;
  const name = output.id.count;
  const table = document.getElementById(JSON.stringify({ list: name })).querySelector("table");
  if (triggered[0]?.prop_id.endsWith(".event") && event && "sort" in event) sort(table, Number(event.key));
  const wanted = plain((text || "").trim());
  let n = 0;
  for (const row of table.tBodies[0].rows) {
    row.hidden = !plain(row.textContent).includes(wanted);
    n += row.hidden ? 0 : 1;
  }
  if (!wanted) return "";
  const { one, many } = document.getElementById(JSON.stringify({ count: name })).dataset;
  return n === 1 ? one : many.replace("{n}", n);
}
