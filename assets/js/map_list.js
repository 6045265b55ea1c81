/* The list beside the map: the same cities as numbers, those in view, best first in each group. */
(function () {
  "use strict";
  const { fill, clean } = window.atlas.Map;
  const MOST_LISTED = 60; // of a group
  const MOST_NAMED = 150; // of those without a value

  window.atlas.Map.with(class {
    list() {
      const { words, bands, marks } = this.data;
      const seen = this.standings.filter((s) => this.sees(s));
      const placed = this.standings.filter((s) => s.x !== null);
      const count = this.root.querySelector("[data-map-count]");
      const all = placed.length;
      count.textContent = !seen.length ? words.nobody : fill(seen.length === all ? words.allInView : words.inView, { n: seen.length, all });
      const box = this.root.querySelector("[data-map-rows]");
      // Who walks through the list by keyboard keeps the list that they walk through.
      this.stale = Boolean(box.querySelector(":focus-visible"));
      if (this.stale) return;
      const parts = [];
      const held = seen.filter((s) => s.held).sort((a, b) => a.order - b.order);
      if (bands[4]) {
        for (const band of [4, 3, 2, 1]) {
          const own = held.filter((s) => s.band === band);
          if (own.length) parts.push(this.group("b" + band, String(band), fill(words.band, { band, words: bands[band] }), own));
        }
      } else if (held.length) parts.push(this.group("mk", "nt", words.values, held));
      const older = seen.filter((s) => s.state === "older").sort((a, b) => a.order - b.order);
      if (older.length) parts.push(this.group("mp-old", null, words.older, older));
      const states = new Map();
      for (const s of seen) {
        if (s.valued) continue;
        const status = s.status || "not_held";
        if (!states.has(status)) states.set(status, []);
        states.get(status).push(s);
      }
      for (const [status, own] of [...states].sort((a, b) => (a[0] === "not_held") - (b[0] === "not_held"))) {
        const text = marks[status][1];
        parts.push(this.few("mk", marks[status][0], text[0].toUpperCase() + text.slice(1), own));
      }
      const away = placed.length - seen.length;
      if (away && seen.length) parts.push(this.elsewhere(placed.filter((s) => !this.sees(s))));
      const nowhere = this.standings.filter((s) => s.x === null);
      if (nowhere.length) parts.push(this.group("mk", null, words.nowhere, nowhere));
      const focus = box.contains(document.activeElement) ? document.activeElement.dataset.i : null;
      box.innerHTML = parts.join("");
      if (focus) box.querySelector('button[data-i="' + focus + '"]')?.focus({ preventScroll: true });
    }
    /* Outside the frame: one step away all the same. */
    elsewhere(own) {
      return this.few("mk", null, this.data.words.elsewhere, own.sort((a, b) => b.held - a.held));
    }
    heading(css, symbol, text, n) {
      return "<h3>" + (symbol ? '<svg class="g ' + css + '" aria-hidden="true"><use href="#g-' + symbol + '"/></svg>' : "") +
        "<span>" + clean(text) + "</span><b>" + n + "</b></h3>";
    }
    unlisted(own, most) {
      return own.length > most ? "<p>" + fill(this.data.words.more, { n: own.length - most }) + "</p>" : "";
    }
    button(s) {
      const on = s.i === this.selected;
      return '<button type="button" data-i="' + s.i + '"' + (on ? ' aria-current="true"' : "") + ">" + clean(s.name) + "</button>";
    }
    group(css, symbol, text, own) {
      const rows = own.slice(0, MOST_LISTED).map((s) =>
        "<tr" + (s.chosen ? ' class="mp-own"' : "") + '><th scope="row">' + this.button(s) +
        (this.rings && s.valued && !s.other ? "<i>" + this.data.words.report + "</i>" : "") +
        '</th><td class="r">' + clean(s.value || "–") + "</td><td>" + (s.year || "") + "</td></tr>").join("");
      return '<section class="mp-group ' + (css === "mp-old" ? css : "") + '">' + this.heading(css, symbol, text, own.length) +
        "<table><tbody>" + rows + "</tbody></table>" + this.unlisted(own, MOST_LISTED) + "</section>";
    }
    few(css, symbol, text, own) {
      return '<section class="mp-group">' + this.heading(css, symbol, text, own.length) + '<ul class="mp-few">' +
        own.slice(0, MOST_NAMED).map((s) => "<li>" + this.button(s) + "</li>").join("") + "</ul>" + this.unlisted(own, MOST_NAMED) + "</section>";
    }
  });
})();
