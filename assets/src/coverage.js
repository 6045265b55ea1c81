/* The coverage matrix: links of its cells (their addresses are row and column put together), arrow keys, and
   a readout of the mark under the pointer or the focus. */

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const cellOf = (event) => event.target.closest?.(".cov td");

/** Address of a city's point from the address of its scorecard. */
export function sourceOf(href, point) {
  const [path, query] = href.split("?");
  return `${path}/source/${point}${query ? `?${query}` : ""}`;
}

function link(cell) {
  const table = cell.closest("table");
  const head = table.tHead.rows[0].cells[cell.cellIndex];
  for (const mark of cell.querySelectorAll("a:not([href])")) {
    mark.href = sourceOf(head.dataset.href, cell.parentElement.dataset.k);
    mark.dataset.source = "";
  }
}

function say(cell) {
  const row = cell.parentElement;
  const out = document.querySelector(".cov-read");
  if (!out || !row.dataset.k) return;
  const city = cell.closest("table").tHead.rows[0].cells[cell.cellIndex].querySelector("a").textContent;
  const point = row.cells[0].firstChild.textContent.trim();
  const what = [...cell.children].map((part) => part.textContent.trim()).join("; ");
  out.replaceChildren(Object.assign(document.createElement("b"), { textContent: `${city}, ${point}` }), ` ${what}`);
}

/* The next cell with a mark in a direction, past cells that hold nothing. */
function next(cell, [across, down]) {
  const rows = [...cell.closest("table").querySelectorAll("tr[data-k]")];
  const turn = getComputedStyle(cell).direction === "rtl" ? -1 : 1;
  let [row, column] = [rows.indexOf(cell.parentElement), cell.cellIndex];
  do {
    row += down;
    column += across * turn;
  } while (rows[row]?.cells[column] && column > 0 && !rows[row].cells[column].querySelector("a"));
  return column > 0 ? rows[row]?.cells[column] : null;
}

for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => {
    const cell = cellOf(event);
    if (!cell) return;
    link(cell);
    say(cell);
  });
}

document.addEventListener("keydown", (event) => {
  const way = ARROWS[event.key];
  const region = event.target.closest?.(".cov-region");
  if (!way || !region || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const cell = cellOf(event);
  const to = cell ? next(cell, way) : region.querySelector("td:has(a)");
  if (!to) return;
  link(to);
  to.querySelector("a").focus();
});
