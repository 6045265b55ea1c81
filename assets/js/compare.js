/* Compare: the matrix sorted by a city's band or by how many hold a point; a wheel leads to the table. */
(function () {
  "use strict";
  const RANK = { b4: 9, b3: 8, b2: 7, b1: 6, nt: 5, cv: 4, nv: 3, nr: 2, na: 1 };

  /* Best band first; what has no value last, by the kind of its absence. */
  const rank = (cell) => RANK[cell.querySelector("a")?.className] || 0;
  const held = (row) => [...row.cells].slice(1).filter((cell) => rank(cell) > 4).length;

  document.addEventListener("change", (event) => {
    const select = event.target.closest("[data-cov-sort]");
    if (!select) return;
    const table = document.getElementById(select.dataset.covSort);
    const rows = [...table.querySelectorAll("tr[data-k]")];
    rows.forEach((row, index) => {
      row.dataset.at ??= index;
      row.dataset.in ??= [...table.tBodies].indexOf(row.parentElement);
    });
    const by = select.value;
    table.toggleAttribute("data-sorted", Boolean(by));
    const official = (a, b) => a.dataset.at - b.dataset.at;
    const key = by === "held" ? held : (row) => rank(row.cells[Number(by)]);
    const sorted = rows.sort(by ? (a, b) => key(b) - key(a) || official(a, b) : official);
    for (const row of sorted) table.tBodies[by ? 0 : row.dataset.in].append(row);
  });

  /* A sector of a wheel shows its point or category in the table of values. */
  document.addEventListener("atlas:filter", (event) => {
    const table = document.querySelector(".cmp-values");
    if (!table) return;
    const { level, key } = event.detail;
    const found =
      level === "point" ? table.querySelector(`tr[data-point="${CSS.escape(key)}"]`)
      : level === "category" ? table.querySelector(`tbody[data-category="${CSS.escape(key)}"] tr`)
      : null;
    if (!found) return;
    table.querySelectorAll(".lit").forEach((row) => row.classList.remove("lit"));
    found.classList.add("lit");
    const target = found.querySelector("a") || found.cells[0];
    if (!target.matches("a")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    found.scrollIntoView({ block: "center" });
  });
})();
