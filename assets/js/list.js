/* Filter and sort of plain tables: input[data-list-filter=TABLE] and th > button[data-sort=COLUMN]. */
(function () {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  document.addEventListener("input", (event) => {
    const box = event.target.closest("[data-list-filter]");
    if (!box) return;
    const table = document.getElementById(box.dataset.listFilter);
    const wanted = plain(box.value.trim());
    let shown = 0;
    for (const row of table.tBodies[0].rows) {
      row.hidden = !plain(row.textContent).includes(wanted);
      shown += !row.hidden;
    }
    const count = document.getElementById(table.id + "-count");
    if (count) count.textContent = shown === 1 ? count.dataset.one : count.dataset.many.replace("{n}", shown);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".sortable [data-sort]");
    if (!button) return;
    const head = button.closest("th");
    const body = button.closest("table").tBodies[0];
    const column = Number(button.dataset.sort);
    const down = head.getAttribute("aria-sort") === "ascending";
    const key = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
    const numeric = [...body.rows].every((row) => row.cells[column].dataset.value !== undefined);
    const order = numeric ? (a, b) => Number(key(a)) - Number(key(b)) : (a, b) => key(a).localeCompare(key(b));
    body.append(...[...body.rows].sort((a, b) => (down ? -1 : 1) * order(a, b)));
    head.closest("tr").querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  });
})();
