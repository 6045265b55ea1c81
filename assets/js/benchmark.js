/* Benchmark: the arrow keys flip through the data points, the list of data points has a search,
   and a dot that is clicked shows its city in the list. */
(function () {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const TAKES_ARROWS =
    "input, textarea, select, summary, [contenteditable=true], .scroll, [role=combobox], [role=listbox], [role=slider], [role=grid]";
  let said = "";
  let flipped = "";

  /* Outside the page, so that it outlives the page that is put in its place. */
  function announce(words) {
    let region = document.getElementById("bm-announced");
    if (!region) {
      region = document.createElement("p");
      region.id = "bm-announced";
      region.className = "vh";
      region.setAttribute("role", "status");
      document.body.append(region);
    }
    region.textContent = words;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest?.(TAKES_ARROWS)) return;
    const onward = (event.key === "ArrowRight") !== (document.documentElement.dir === "rtl");
    const link = document.querySelector("[data-flip=" + (onward ? "next" : "previous") + "]");
    if (!link) return;
    event.preventDefault();
    window.atlas.go(link.href);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-flip]");
    if (link) flipped = link.dataset.flip;
  });

  document.addEventListener("atlas:rendered", () => {
    const place = document.querySelector("[data-bm-announce]");
    const words = place ? place.dataset.bmAnnounce : "";
    if (words && said && words !== said) {
      announce(words);
      const link = flipped && document.querySelector("[data-flip=" + flipped + "]");
      if (link) link.focus({ preventScroll: true });
    }
    if (words !== said) flipped = "";
    said = words;
  });

  /* Search in the list of data points. */
  document.addEventListener("input", (event) => {
    const box = event.target.closest("[data-bm-filter]");
    if (!box) return;
    const panel = box.closest(".bm-panel");
    const wanted = plain(box.value.trim()).split(/\s+/);
    let shown = 0;
    for (const item of panel.querySelectorAll("li[data-text]")) {
      const text = plain(item.dataset.text);
      item.hidden = !wanted.every((word) => text.includes(word));
      shown += !item.hidden;
    }
    for (const group of panel.querySelectorAll("[data-bm-group]")) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    for (const heading of panel.querySelectorAll("[data-bm-dimension]")) {
      let next = heading.nextElementSibling;
      while (next && next.hidden && !next.matches("[data-bm-dimension]")) next = next.nextElementSibling;
      heading.hidden = !next || next.matches("[data-bm-dimension]");
    }
    panel.querySelector("[data-bm-none]").hidden = shown > 0;
    const count = panel.querySelector("[data-bm-count]");
    count.textContent = shown === 1 ? count.dataset.one : count.dataset.many.replace("{n}", shown);
  });
  document.addEventListener("keydown", (event) => {
    const choose = event.target.closest?.("[data-bm-choose]");
    if (!choose) return;
    if (event.key === "Escape" && choose.open) {
      choose.open = false;
      choose.querySelector("summary").focus();
    } else if (event.key === "Enter" && event.target.matches("[data-bm-filter]")) {
      const first = choose.querySelector("li:not([hidden]) a");
      if (first) first.click();
    }
  });
  document.addEventListener(
    "toggle",
    (event) => {
      if (event.target.matches?.("[data-bm-choose]") && event.target.open) {
        event.target.querySelector("[data-bm-filter]").focus();
      }
    },
    true
  );

  /* A click on a dot: charts.js names its city. */
  document.addEventListener("atlas:filter", (event) => {
    const lists = document.querySelector("[data-bm-lists]");
    if (!lists) return;
    const row = lists.querySelector('tr[data-city="' + CSS.escape(event.detail.key) + '"]');
    if (!row) return;
    lists.querySelectorAll(".found").forEach((other) => other.classList.remove("found"));
    row.classList.add("found");
    row.querySelector("a").focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  });
})();
