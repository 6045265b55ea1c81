/* The map: land and cities as one SVG that is moved and zoomed here. The page brings every year of the
   measure as JSON (components/map_data.py), so nothing is asked of the server; map_years, map_list and
   map_city add what else a map can do, map_hands lets the reader do it.
   x, y of a place are in units of the drawing of the land; pixels are those of a page 1440 wide. */
(function () {
  "use strict";
  const NEAREST = 3; // pixels a unit
  const SLACK = 0.5; // of the frame, drawn round it so that a move need not be laid out anew
  const HOLD = 250; // ms without a move until list and address follow
  const PHONE = 480; // pixels across, below which marks are smaller by
  const SMALL = 0.8;
  const MARGIN = 44; // free round a fit
  const BUTTONS = 14; // more below, where buttons stand
  const SYMBOL = 2.2; // side of a symbol's box in radii

  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const ENTITY = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const clean = (text) => String(text).replace(/[&<>"]/g, (letter) => ENTITY[letter]);

  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const one = (number) => Math.round(number * 10) / 10;

  class AtlasMap {
    /* What all parts of the map use. */
    static fill = fill;
    static clean = clean;
    static one = one;
    static SYMBOL = SYMBOL;
    /* Takes over the methods of a part. */
    static with(part) {
      for (const name of Object.getOwnPropertyNames(part.prototype)) {
        if (name !== "constructor") AtlasMap.prototype[name] = part.prototype[name];
      }
    }

    constructor(root) {
      this.root = root;
      this.data = JSON.parse(root.querySelector("[data-map-data]").textContent);
      this.svg = root.querySelector("[data-map-svg]");
      this.land = root.querySelector("[data-map-land]");
      this.layer = root.querySelector("[data-map-marks]");
      this.over = root.querySelector("[data-map-over]");
      this.inset = root.querySelector("[data-map-inset]");
      this.rings = "rings" in root.dataset;
      [this.width, this.height] = this.data.size;
      this.selected = -1;
      const wanted = Number(new URLSearchParams(location.search).get("asof")) || this.data.year;
      this.setYear(this.data.frames[wanted] ? wanted : this.data.year, false);
      this.measure();
      const at = this.data.at;
      if (at) this.show(at[0], at[1], (Math.max(1, at[2]) * this.w) / this.width);
      else this.fit("first");
      const europe = root.querySelector('[data-map-box="europe"]');
      if (europe) europe.hidden = !this.data.boxes.europe;
      this.moved = Boolean(at);
      new ResizeObserver(() => this.resized()).observe(this.svg);
      this.drawLand();
      this.bracket();
    }

    /* Size of the frame in pixels of a page 1440 wide: on a larger one all is enlarged. */
    measure() {
      this.em = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
      const box = this.svg.getBoundingClientRect();
      this.w = Math.max(120, box.width / this.em);
      this.h = Math.max(120, box.height / this.em);
      this.svg.setAttribute("viewBox", "0 0 " + one(this.w) + " " + one(this.h));
    }
    resized() {
      const before = this.w;
      this.measure();
      if (Math.abs(before - this.w) < 0.5) return this.draw();
      if (!this.moved) return this.fit("first");
      this.show(this.x, this.y, (this.k * this.w) / before);
    }

    least() { return Math.min(this.w / this.width, this.h / this.height); }
    show(x, y, k) {
      this.k = Math.min(NEAREST, Math.max(this.least(), k));
      this.x = Math.min(this.width, Math.max(0, x));
      this.y = Math.min(this.height, Math.max(0, y));
      this.draw();
    }
    fit(name) {
      const [left, top, right, bottom] = this.data.boxes[name];
      const margin = name === "world" ? 4 : Math.min(MARGIN, this.w / 9);
      const k = Math.min((this.w - 2 * margin) / (right - left), (this.h - 2 * margin - BUTTONS) / (bottom - top));
      this.show((left + right) / 2, (top + bottom) / 2 + BUTTONS / 2 / k, k);
    }
    /* Zoom that keeps the place under a point of the frame. */
    zoom(by, px = this.w / 2, py = this.h / 2) {
      const k = Math.min(NEAREST, Math.max(this.least(), this.k * by));
      const x = this.x + (px - this.w / 2) * (1 / this.k - 1 / k);
      const y = this.y + (py - this.h / 2) * (1 / this.k - 1 / k);
      this.moved = true;
      this.show(x, y, k);
    }
    move(dx, dy) {
      this.moved = true;
      this.show(this.x - dx / this.k, this.y - dy / this.k, this.k);
    }
    /* To a place, slowly unless the reader wants no motion. */
    fly(x, y, k = this.k) {
      this.moved = true;
      cancelAnimationFrame(this.flight);
      if (still()) return this.show(x, y, k);
      const from = [this.x, this.y, this.k];
      const start = performance.now();
      const turn = (now) => {
        const t = Math.min(1, (now - start) / 260);
        const e = t * (2 - t);
        const zoomed = k === from[2] ? k : from[2] * (k / from[2]) ** e;
        this.show(from[0] + (x - from[0]) * e, from[1] + (y - from[1]) * e, zoomed);
        if (t < 1) this.flight = requestAnimationFrame(turn);
      };
      this.flight = requestAnimationFrame(turn);
    }
    pixel(x, y) { return [(x - this.x) * this.k + this.w / 2, (y - this.y) * this.k + this.h / 2]; }
    sees(s) {
      if (s.x === null) return false;
      const [px, py] = this.pixel(s.x, s.y);
      return px >= 0 && py >= 0 && px <= this.w && py <= this.h;
    }

    /* Land and marks in place; marks and names are laid out anew only where the last ones end. */
    draw() {
      const left = this.w / 2 - this.x * this.k, top = this.h / 2 - this.y * this.k;
      this.land.setAttribute("transform", "translate(" + one(left) + " " + one(top) + ") scale(" + this.k.toFixed(6) + ")");
      const laid = this.laid;
      const near = laid && laid.k === this.k && laid.w === this.w && laid.h === this.h && laid.year === this.year &&
        Math.abs(left - laid.left) < SLACK * this.w && Math.abs(top - laid.top) < SLACK * this.h;
      if (!near) {
        this.lay();
        this.laid = { k: this.k, w: this.w, h: this.h, year: this.year, left, top };
      }
      const shift = "translate(" + one(left - this.laid.left) + " " + one(top - this.laid.top) + ")";
      this.layer.setAttribute("transform", shift);
      this.over.setAttribute("transform", shift);
      this.frameInset();
      clearTimeout(this.rest);
      this.rest = setTimeout(() => this.settled(), HOLD);
    }
    /* When the map rests: names at the edges, the list, the address. */
    settled() {
      if (!this.root.isConnected) return;
      const left = this.w / 2 - this.x * this.k, top = this.h / 2 - this.y * this.k;
      if (left !== this.laid.left || top !== this.laid.top) {
        this.laid = null;
        this.draw();
        clearTimeout(this.rest);
      }
      this.list();
      this.remember();
    }

    lay() {
      const places = [];
      const size = this.w < PHONE ? SMALL : 1;
      const left = -SLACK * this.w - 20, top = -SLACK * this.h - 20;
      const right = this.w - left, bottom = this.h - top;
      for (const s of this.ranked) {
        if (s.x === null) continue;
        const [px, py] = this.pixel(s.x, s.y);
        if (px >= left && py >= top && px <= right && py <= bottom) places.push({ s, px, py, r: s.radius * size });
      }
      const { groups: grouped, names, rank, RING } = window.atlas.layout;
      const groups = grouped(places);
      for (const g of groups) {
        const s = g.members[0].s;
        g.s = s;
        g.ring = g.members.length === 1 && this.rings && s.valued && !s.other;
        g.name = this.data.bands[4] || !s.held ? s.name : s.name + " " + s.value;
        g.rank = rank(s);
      }
      groups.sort((a, b) => a.rank - b.rank);
      const held = document.activeElement && this.layer.contains(document.activeElement)
        ? document.activeElement.dataset.cluster : null;
      const parts = [];
      for (let i = groups.length - 1; i >= 0; i--) parts.push(this.mark(groups[i]));
      for (const name of names(groups, this.w, this.h, this.furniture())) parts.push(this.name(name));
      this.groups = groups;
      this.layer.innerHTML = parts.join("");
      if (held) {
        const again = this.layer.querySelector('[data-cluster="' + held + '"]') || this.svg;
        again.focus({ preventScroll: true });
      }
      this.point(this.selected);
    }
    /* What stands on the frame and would hide names. */
    furniture() {
      const frame = this.svg.getBoundingClientRect();
      return [...this.root.querySelectorAll("[data-map-inset]:not([hidden]), .mp-tools, .mp-go")].map((node) => {
        const box = node.getBoundingClientRect();
        return [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top].map((at) => at / this.em);
      });
    }
    mark(g) {
      const at = ' transform="translate(' + one(g.px) + " " + one(g.py) + ')"';
      if (g.members.length > 1) return this.cluster(g, at);
      const side = g.radius * SYMBOL;
      return '<g class="mp-m ' + g.s.css() + '" data-i="' + g.s.i + '"' + at + '><use href="#g-' + g.s.symbol(this.data) +
        '" x="' + one(-side / 2) + '" y="' + one(-side / 2) + '" width="' + one(side) + '" height="' + one(side) + '"/>' +
        (g.ring ? '<circle class="mp-ring" r="' + one(g.radius + window.atlas.layout.RING) + '"/>' : "") + "</g>";
    }
    cluster(g, at) {
      const n = g.members.length;
      const first = g.members.slice(0, 3).map((place) => place.s.name).join(", ");
      const more = n > 3 ? " " + fill(this.data.words.andMore, { n: n - 3 }) : "";
      const label = fill(this.data.words.cluster, { n, names: first + more });
      return '<g class="mp-c' + (g.held ? "" : " mp-none") + '" role="button" tabindex="0" data-cluster="' + g.s.i +
        '" aria-label="' + clean(label) + '"' + at + "><title>" + clean(label) + '</title><circle r="' + one(g.radius) +
        '"/><text dy=".36em">' + n + "</text></g>";
    }
    name(label) {
      const s = label.group.s;
      return '<text class="mp-name' + (s.chosen ? " mp-own" : s.held ? "" : " mp-dim") + '" data-i="' + s.i + '" x="' + one(label.x) +
        '" y="' + one(label.y + window.atlas.layout.NAME * 0.36) + '" text-anchor="' + label.anchor + '">' + clean(label.group.name) + "</text>";
    }
  }

  window.atlas = Object.assign(window.atlas || {}, { Map: AtlasMap });
})();
