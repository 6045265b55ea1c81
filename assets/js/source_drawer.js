/* Source drawers of the table of data points: fetched on demand, opened in place under their row.
   A row says by "atlas:drawer" that its drawer has opened or closed. */
(function () {
  "use strict";
  const changed = (row) => row.dispatchEvent(new Event("atlas:drawer", { bubbles: true }));

  function of(row) {
    const next = row.nextElementSibling;
    return next && next.classList.contains("drawer") ? next : null;
  }

  function toggle(row, focus) {
    if (row.classList.contains("open")) return close(row, focus);
    const table = row.closest("table");
    const button = row.querySelector("[data-source-toggle]");
    const drawer = document.createElement("tr");
    const cell = document.createElement("td");
    drawer.className = "drawer";
    drawer.id = "source-" + row.dataset.key;
    cell.colSpan = Number(table.dataset.columns);
    drawer.append(cell);
    row.after(drawer);
    row.classList.add("open");
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", drawer.id);
    button.querySelector("[data-word]").textContent = table.dataset.close;
    load(row, cell);
    changed(row);
  }
  function close(row, focus) {
    const drawer = of(row);
    const button = row.querySelector("[data-source-toggle]");
    if (drawer) drawer.remove();
    row.classList.remove("open");
    button.setAttribute("aria-expanded", "false");
    button.removeAttribute("aria-controls");
    button.querySelector("[data-word]").textContent = row.closest("table").dataset.source;
    if (focus) button.focus();
    changed(row);
  }
  async function load(row, cell) {
    const { loading, failed, retry } = row.closest("table").dataset;
    say(cell, "status", "wait", loading);
    cell.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(row.dataset.sourceHref, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      cell.innerHTML = await answer.text();
    } catch {
      const again = Object.assign(document.createElement("button"), { type: "button", className: "linky", textContent: retry });
      again.addEventListener("click", () => {
        row.querySelector("[data-source-toggle]").focus(); // the button goes
        load(row, cell);
      });
      say(cell, "alert", "wait failed", failed, " ", again);
    }
    cell.removeAttribute("aria-busy");
  }
  function say(cell, role, css, ...words) {
    const line = document.createElement("p");
    line.className = css;
    line.setAttribute("role", role);
    line.append(...words);
    cell.replaceChildren(line);
  }

  window.atlas = Object.assign(window.atlas || {}, { drawers: { of, toggle, close } });
})();
