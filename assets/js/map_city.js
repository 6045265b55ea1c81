/* One city on the map: pointed at, chosen, its card; a crowd opened; the view as pixels. */
(function () {
  "use strict";
  const { fill, clean, one, SYMBOL } = window.atlas.Map;

  window.atlas.Map.with(class {
    /* A ring and the words of a city above all marks, whether it has a mark of its own or not. */
    point(i) {
      const s = i >= 0 ? this.standings[i] : null;
      this.layer.querySelector(".mp-hushed")?.classList.remove("mp-hushed");
      this.layer.querySelector('text[data-i="' + i + '"]')?.classList.add("mp-hushed");
      if (!s || s.x === null) {
        this.over.innerHTML = "";
        return;
      }
      const laid = this.laid;
      let [px, py] = this.pixel(s.x, s.y);
      if (laid) {
        px -= this.w / 2 - this.x * this.k - laid.left;
        py -= this.h / 2 - this.y * this.k - laid.top;
      }
      const end = px > this.w * 0.7;
      const words = s.name + (s.valued ? "  " + s.value + " (" + s.year + ")" : "");
      const side = s.radius * SYMBOL;
      this.over.innerHTML = '<g class="' + s.css() + '" transform="translate(' + one(px) + " " + one(py) + ')"><use href="#g-' + s.symbol(this.data) +
        '" x="' + one(-side / 2) + '" y="' + one(-side / 2) + '" width="' + one(side) + '" height="' + one(side) + '"/>' +
        '<circle class="mp-pointed" r="' + one(s.radius + 4.5) + '"/></g><text class="mp-said" x="' + one(px + (end ? -1 : 1) * (s.radius + 9)) +
        '" y="' + one(py + 4.6) + '" text-anchor="' + (end ? "end" : "start") + '">' + clean(words) + "</text>";
    }
    select(i, { pan = true, open = true } = {}) {
      this.selected = i;
      const s = this.standings[i];
      if (pan && s && s.x !== null && !this.comfortable(s)) this.fly(s.x, s.y);
      this.point(i);
      this.root.querySelectorAll("[data-map-rows] [aria-current]").forEach((b) => b.removeAttribute("aria-current"));
      this.root.querySelector('[data-map-rows] button[data-i="' + i + '"]')?.setAttribute("aria-current", "true");
      if (open) this.card();
    }
    comfortable(s) {
      const [px, py] = this.pixel(s.x, s.y);
      const edge = 30;
      return px >= edge && py >= edge && px <= this.w - edge && py <= this.h - edge;
    }
    card() {
      const { words, sources, marks } = this.data;
      const s = this.standings[this.selected];
      const node = this.root.querySelector("[data-map-card]");
      const from = (row) => {
        const [name, href] = sources[row[5]];
        const text = clean(name + (row[6] ? ", " + fill(words.page, { page: row[6] }) : ""));
        return href ? '<a href="' + clean(href) + '" rel="noopener" target="_blank">' + text + "</a>" : text;
      };
      const glyph = '<svg class="g ' + s.css() + '" aria-hidden="true"><use href="#g-' + s.symbol(this.data) + '"/></svg>';
      const lines = [];
      if (s.valued) {
        const band = s.band ? ", " + fill(words.bandOf, { band: s.band }) : "";
        lines.push('<p class="mp-value">' + glyph + "<b>" + clean(s.value) + (words.score ? " " + clean(words.score) : "") + "</b> " + s.year + clean(band) + "</p>");
        if (!s.held) lines.push("<p>" + clean(words.faded) + "</p>");
        lines.push("<p>" + from(s.row) + "</p>");
      } else if (s.row) {
        lines.push("<p>" + glyph + " " + clean(marks[s.status][1]) + ", " + s.year + "</p><p>" + from(s.row) + "</p>");
      } else lines.push("<p>" + glyph + " " + clean(words.noValue) + "</p>");
      const note = Array.isArray(s.note) ? fill(words.held, { n: s.note[0], m: s.note[1] }) : s.note;
      if (note) lines.push("<p>" + clean(note) + "</p>");
      if (s.also) lines.push("<p>" + clean(fill(words.also, { value: s.also[0], year: s.also[1], source: sources[s.also[5]][0] })) + "</p>");
      const city = this.root.dataset.cityHref.replace("/city/", "/city/" + s.id);
      node.innerHTML = '<button type="button" class="mp-close" data-map-close aria-label="' + clean(words.close) + '">×</button><h3>' + clean(s.name) +
        "</h3><p>" + clean(s.country) + ", " + clean(s.people) + "</p>" + lines.join("") + '<p><a href="' + clean(city) + '">' + clean(words.city) + "</a>" +
        (this.root.dataset.benchmark ? ' <a href="' + clean(this.root.dataset.benchmark) + '">' + clean(words.benchmark) + "</a>" : "") + "</p>";
      node.hidden = false;
    }
    close() {
      const node = this.root.querySelector("[data-map-card]");
      const back = node.contains(document.activeElement) || document.activeElement === document.body;
      const i = this.selected;
      node.hidden = true;
      this.selected = -1;
      this.point(-1);
      const row = this.root.querySelector('[data-map-rows] button[data-i="' + i + '"]');
      row?.removeAttribute("aria-current");
      if (back) (row || this.svg).focus({ preventScroll: true });
    }
    open(cluster) {
      const group = this.groups.find((g) => g.members.length > 1 && g.s.i === cluster);
      if (!group) return;
      const xs = group.members.map((m) => m.s.x), ys = group.members.map((m) => m.s.y);
      const across = Math.max(...xs) - Math.min(...xs), down = Math.max(...ys) - Math.min(...ys);
      const k = Math.min((this.w * 0.6) / Math.max(across, 1), (this.h * 0.6) / Math.max(down, 1));
      this.fly((Math.max(...xs) + Math.min(...xs)) / 2, (Math.max(...ys) + Math.min(...ys)) / 2, Math.max(k, this.k * 1.6));
    }

    /* The file of the server as pixels, twice as dense. */
    async png(link) {
      const answer = await fetch(link.href);
      if (!answer.ok) return;
      const image = new Image();
      const url = URL.createObjectURL(await answer.blob());
      try {
        image.src = url;
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width: 2 * image.width, height: 2 * image.height });
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        const name = (/filename="(.+)\.svg"/.exec(answer.headers.get("Content-Disposition")) || [])[1] || "map";
        Object.assign(document.createElement("a"), { href: canvas.toDataURL("image/png"), download: name + ".png" }).click();
      } finally {
        URL.revokeObjectURL(url);
      }
    }
  });
})();
