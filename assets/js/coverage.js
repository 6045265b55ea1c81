/* The coverage matrix: links of its cells (their addresses are row and column put together), one tab
   stop with arrow keys, and a readout of the mark under the pointer or the focus. */
(function () {
  "use strict";

  function prepare(table) {
    if (table.dataset.ready) return;
    table.dataset.ready = "true";
    const columns = [...table.tHead.rows[0].cells].slice(1).map((head) => {
      const url = new URL(head.dataset.href, location.href);
      return url.pathname + (url.search ? url.search + "&" : "?") + "point=";
    });
    for (const row of table.querySelectorAll("tr[data-k]")) {
      columns.forEach((start, index) => {
        for (const link of row.cells[index + 1].getElementsByTagName("a")) {
          link.href = start + row.dataset.k;
          link.tabIndex = -1;
        }
      });
    }
    const first = table.querySelector("td a");
    if (first) first.tabIndex = 0;
  }

  function say(cell) {
    const table = cell.closest("[data-cov]");
    const row = cell.parentElement;
    const out = document.querySelector("[data-cov-read]");
    if (!out || !row.dataset.k) return;
    const city = table.tHead.rows[0].cells[cell.cellIndex].querySelector("a").textContent;
    const point = row.cells[0].firstChild.textContent.trim();
    const what = [...cell.children].map((part) => part.textContent.trim()).join("; ");
    out.replaceChildren(Object.assign(document.createElement("b"), { textContent: `${city}, ${point}` }), ` ${what}`);
  }

  /* The next cell with a link in a direction, past cells that hold nothing. */
  function next(cell, key) {
    const rtl = getComputedStyle(cell).direction === "rtl";
    const across = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[key];
    if (across) {
      let to = cell;
      do to = cell.parentElement.cells[to.cellIndex + across];
      while (to && to.cellIndex > 0 && !to.querySelector("a"));
      return to && to.cellIndex > 0 ? to : null;
    }
    const rows = [...cell.closest("table").querySelectorAll("tr[data-k]")];
    const down = { ArrowDown: 1, ArrowUp: -1 }[key];
    for (let i = rows.indexOf(cell.parentElement) + down; rows[i]; i += down) {
      const to = rows[i].cells[cell.cellIndex];
      if (to.querySelector("a")) return to;
    }
    return null;
  }

  document.addEventListener("atlas:rendered", () => document.querySelectorAll("[data-cov]").forEach(prepare));

  for (const type of ["pointerover", "focusin"]) {
    document.addEventListener(type, (event) => {
      const cell = event.target.closest?.("[data-cov] td");
      if (cell) say(cell);
    });
  }

  document.addEventListener("keydown", (event) => {
    if (!/^Arrow/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    const cell = event.target.closest("[data-cov] td");
    if (!cell) return;
    event.preventDefault();
    const to = next(cell, event.key);
    if (!to) return;
    const link = to.querySelector("a");
    event.target.tabIndex = -1;
    link.tabIndex = 0;
    link.focus();
  });
})();
