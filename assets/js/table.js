/* The table of data points: filter, sort, open and close; the drawers under its rows are source_drawer.js.
   Works by delegation on document, so a table that is drawn again needs no set-up.
   Listens to CustomEvent("atlas:filter", {detail: {level, key}}) with level dimension, category,
   point or clear. Says what it shows by CustomEvent("atlas:table", {detail: {key, point}}) on
   document: key = the chosen dimension or category or "", point = the open drawer or "". A chosen point
   is in the address as long as its drawer is open. */
(function () {
  "use strict";
  var drawers = window.atlas.drawers;
  var states = new WeakMap();
  var asked = null;

  function rootOf(element) { return element && element.closest ? element.closest("[data-kpis]") : null; }
  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function state(root) {
    if (!states.has(root)) {
      states.set(root, { text: "", band: "", held: false, key: "", level: "", name: "", sort: "official" });
    }
    return states.get(root);
  }
  /* What is downloaded is what is chosen. */
  function follow(root) {
    var s = state(root), link = root.querySelector(".filt a[download]"), url = new URL(link.href);
    ["dimension", "category", "point"].forEach(function (level) { url.searchParams.delete(level); });
    if (s.key) url.searchParams.set(s.level, s.key);
    link.href = url;
  }
  function tell(root) {
    var s = state(root), open = root.querySelector("tr.ptr.open");
    follow(root);
    document.dispatchEvent(new CustomEvent("atlas:table", {
      detail: { key: s.level === "point" ? "" : s.key, point: open ? open.dataset.key : "" }
    }));
  }

  /* Filter */
  function matches(row, s) {
    return (!s.text || s.text.split(/\s+/).every(function (word) { return row.dataset.text.includes(word); })) &&
      (!s.band || row.dataset.band === s.band) &&
      (!s.held || row.dataset.held === "1") &&
      (!s.key || s.key === row.dataset.key || s.key === row.dataset.category || s.key === row.dataset.dimension);
  }
  function show(row, visible) {
    row.hidden = !visible;
    var drawer = drawers.of(row);
    if (drawer) drawer.hidden = !visible;
  }
  function filtered(s) { return Boolean(s.text || s.band || s.held || s.key); }
  /* A group is open when the reader opened it, or, under a filter, unless the reader shut it. */
  function isOpen(group, s) {
    return filtered(s) ? !group.hasAttribute("data-shut") : group.hasAttribute("data-open");
  }
  function apply(root) {
    var s = state(root);
    var flat = s.sort !== "official";
    var n = 0;
    all(root, "tbody.catb").forEach(function (group) {
      group.querySelector("[data-toggle]").setAttribute("aria-expanded", String(isOpen(group, s)));
    });
    all(root, "tr.ptr").forEach(function (row) {
      var match = matches(row, s);
      if (match) n += 1;
      var group = row.closest("tbody.catb");
      show(row, match && (flat || isOpen(group, s)));
      row.toggleAttribute("data-match", match);
    });
    all(root, "tbody.catb").forEach(function (group) {
      group.hidden = flat || !group.querySelector("tr.ptr[data-match]");
    });
    all(root, "tbody.dimb").forEach(function (head) {
      head.hidden = flat || !root.querySelector('tbody.catb[data-dimension="' + head.dataset.dimension + '"]:not([hidden])');
    });
    root.querySelector("[data-flat]").hidden = !flat;
    all(root, "[data-filter=band]").forEach(function (chip) {
      chip.setAttribute("aria-pressed", String(chip.dataset.band === s.band));
    });
    all(root, "[data-filter=held]").forEach(function (chip) {
      chip.setAttribute("aria-pressed", String(s.held));
    });
    root.querySelector("[data-chosen]").hidden = !s.key;
    root.querySelector("[data-chosen-name]").textContent = s.name;
    root.querySelector("[data-none]").hidden = n > 0;
    root.querySelector("table.k").hidden = n === 0;
    var live = root.querySelector("[data-live]");
    live.textContent = n === 1 ? live.dataset.one : live.dataset.many.replace("{n}", n);
    var opener = root.querySelector("[data-open-all]");
    opener.textContent = anyClosed(root) ? opener.dataset.openText : opener.dataset.closeText;
    opener.hidden = flat;
  }
  function anyClosed(root) {
    return all(root, "tbody.catb:not([hidden])").some(function (group) { return !isOpen(group, state(root)); });
  }
  /* A new filter opens what it finds. */
  function refilter(root) {
    all(root, "tbody.catb[data-shut]").forEach(function (group) { group.removeAttribute("data-shut"); });
    apply(root);
  }
  function clear(root) {
    Object.assign(state(root), { text: "", band: "", held: false, key: "", level: "", name: "" });
    root.querySelector("[data-filter=text]").value = "";
    refilter(root);
    tell(root);
  }

  /* Sort: rows move into one flat body, and back to their groups for the official order. */
  var ORDERS = {
    score: function (a, b) { return number(b) - number(a); },
    gap: function (a, b) { return number(a) - number(b); },
    name: function (a, b) { return a.dataset.name.localeCompare(b.dataset.name, document.documentElement.lang || "en"); }
  };
  function number(row) { return parseFloat(row.dataset.score); }
  function sort(root, how) {
    var s = state(root);
    s.sort = how;
    var flat = root.querySelector("[data-flat]");
    var rows = all(root, "tr.ptr");
    rows.sort(function (a, b) { return a.dataset.pos - b.dataset.pos; });
    if (how !== "official") {
      var scored = rows.filter(function (row) { return how === "name" || row.dataset.score !== ""; });
      var rest = rows.filter(function (row) { return how !== "name" && row.dataset.score === ""; });
      rows = scored.sort(ORDERS[how]).concat(rest);
    }
    rows.forEach(function (row) {
      var drawer = drawers.of(row);
      var home = how === "official"
        ? root.querySelector('tbody.catb[data-category="' + row.dataset.category + '"]') : flat;
      home.append(row);
      if (drawer) home.append(drawer);
    });
    all(root, "th[data-col]").forEach(function (head) { head.removeAttribute("aria-sort"); });
    var column = { score: "score", gap: "score", name: "name" }[how];
    if (column) {
      root.querySelector('th[data-col="' + column + '"]').setAttribute("aria-sort", how === "score" ? "descending" : "ascending");
    }
    root.querySelector("[data-sort]").value = how;
    apply(root);
  }

  /* Groups */
  function setOpen(group, open, s) {
    group.toggleAttribute(filtered(s) ? "data-shut" : "data-open", filtered(s) ? !open : open);
  }

  function choose(root, level, key, name) {
    Object.assign(state(root), { text: "", band: "", held: false, key: key, level: level, name: name });
    root.querySelector("[data-filter=text]").value = "";
    refilter(root);
    tell(root);
  }
  function nameOf(root, level, key) {
    var place = level === "point" ? root.querySelector('tr.ptr[data-key="' + key + '"]')
      : level === "category" ? root.querySelector('tbody.catb[data-category="' + key + '"]')
      : root.querySelector('tbody.dimb[data-dimension="' + key + '"]');
    return place ? place.dataset.name || place.textContent.trim() : "";
  }
  function reveal(element) {
    var calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }
  /* What stands above takes its height only as it comes near, so the way to a row is gone until its place
     holds, or the reader goes another. */
  function land(row) {
    var steady = 0, left = 90;
    function stop() { left = 0; }
    ["wheel", "touchstart", "pointerdown", "keydown"].forEach(function (type) {
      addEventListener(type, stop, { once: true, passive: true });
    });
    (function step() {
      if (left-- < 1 || steady > 10 || !row.isConnected) return;
      var before = row.getBoundingClientRect().top;
      row.scrollIntoView({ block: "center", behavior: "instant" });
      steady = Math.abs(row.getBoundingClientRect().top - before) < 2 ? steady + 1 : 0;
      requestAnimationFrame(step);
    })();
  }
  function openPoint(root, key) {
    var row = root.querySelector('tr.ptr[data-key="' + CSS.escape(key) + '"]');
    if (!row) return null;
    var group = row.closest("tbody.catb");
    if (group) setOpen(group, true, state(root));
    apply(root);
    if (!row.classList.contains("open")) drawers.toggle(row, false);
    return row;
  }

  document.addEventListener("atlas:filter", function (event) {
    var level = event.detail.level, key = event.detail.key;
    if (!document.querySelector("[data-kpis]")) {
      asked = event.detail; // the table is still on its way
      return;
    }
    all(document, "[data-kpis]").forEach(function (root) {
      if (level === "clear") return clear(root);
      var name = nameOf(root, level, key);
      if (!name) return;
      choose(root, level, key, name);
      if (level === "point") {
        var row = openPoint(root, key);
        row.querySelector("[data-source-toggle]").focus({ preventScroll: true });
      }
      reveal(root);
    });
  });
  document.addEventListener("click", function (event) {
    var jump = event.target.closest("[data-filter-level]");
    if (jump) {
      document.dispatchEvent(new CustomEvent("atlas:filter", {
        detail: { level: jump.dataset.filterLevel, key: jump.dataset.filterKey }
      }));
    }
    var root = rootOf(event.target);
    if (!root) return;
    var button = event.target.closest("button");
    if (!button) return;
    var s = state(root);
    if (button.dataset.filter === "band") {
      s.band = button.dataset.band === s.band ? "" : button.dataset.band;
      if (!button.dataset.band) { s.held = false; }
      refilter(root);
    } else if (button.dataset.filter === "held") {
      s.held = !s.held;
      refilter(root);
    } else if (button.dataset.filter === "clear") {
      clear(root);
      root.querySelector("[data-filter=text]").focus();
    } else if (button.hasAttribute("data-toggle")) {
      setOpen(button.closest("tbody"), button.getAttribute("aria-expanded") !== "true", s);
      apply(root);
    } else if (button.hasAttribute("data-open-all")) {
      var open = anyClosed(root);
      all(root, "tbody.catb").forEach(function (group) { setOpen(group, open, s); });
      apply(root);
    } else if (button.dataset.sortBy) {
      var by = button.dataset.sortBy;
      sort(root, by === "name" ? (s.sort === "name" ? "official" : "name")
        : s.sort === "score" ? "gap" : s.sort === "gap" ? "official" : "score");
    } else if (button.hasAttribute("data-source-toggle")) {
      drawers.toggle(button.closest("tr"), true);
    }
  });
  document.addEventListener("input", function (event) {
    var root = rootOf(event.target);
    if (!root || event.target.dataset.filter !== "text") return;
    state(root).text = event.target.value.trim().toLowerCase();
    refilter(root);
  });
  document.addEventListener("change", function (event) {
    var root = rootOf(event.target);
    if (root && event.target.hasAttribute("data-sort")) sort(root, event.target.value);
  });
  document.addEventListener("atlas:drawer", function (event) { tell(rootOf(event.target)); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var root = rootOf(event.target);
    if (!root) return;
    if (event.target.dataset.filter === "text" && event.target.value) {
      event.target.value = "";
      state(root).text = "";
      apply(root);
      return;
    }
    var drawer = event.target.closest("tr.drawer");
    var row = drawer ? drawer.previousElementSibling : event.target.closest("tr.ptr.open");
    if (row) drawers.close(row, true);
  });

  /* A table may arrive after load: open what it asks for, once. */
  function start() {
    all(document, "[data-kpis]:not([data-started])").forEach(function (root) {
      root.setAttribute("data-started", "");
      if (root.dataset.openKey) {
        var key = root.dataset.openKey, level = nameOf(root, "dimension", key) ? "dimension" : "category";
        Object.assign(state(root), { key: key, level: level, name: root.dataset.openName });
        follow(root);
        apply(root);
      }
      var point = root.querySelector("table.k").dataset.openPoint;
      var row = point ? openPoint(root, point) : null;
      if (row) land(row);
    });
    if (asked && document.querySelector("[data-kpis]")) {
      var detail = asked;
      asked = null;
      document.dispatchEvent(new CustomEvent("atlas:filter", { detail: detail }));
    }
  }
  document.addEventListener("atlas:rendered", start);
  start();
})();
