/* Years of the map: the timeline, its window and its play; what is said follows the year. */
(function () {
  "use strict";
  const STEP = 900; // ms between years when played

  window.atlas.Map.with(class {
    setYear(year, draw = true) {
      const { Standing, rank } = window.atlas.layout;
      this.year = year;
      const frame = this.data.frames[year];
      this.standings = this.data.cities.map((_, i) => new Standing(this.data, frame, i));
      this.ranked = [...this.standings].sort((a, b) => rank(a) - rank(b) || a.i - b.i);
      if (!draw) return;
      this.draw();
      const page = this.root.closest("main") || document;
      page.querySelectorAll("[data-map-said]").forEach((node) => {
        node.textContent = this.data.said[year][Number(node.dataset.mapSaid)];
      });
      page.querySelectorAll("[data-map-year]").forEach((node) => { node.textContent = year; });
      this.bracket();
      if (this.selected >= 0) this.card();
    }
    stops() { return [...this.root.querySelectorAll("[data-year]:not(:disabled)")].map((b) => Number(b.dataset.year)); }
    bracket() {
      const bars = [...this.root.querySelectorAll("[data-year]")];
      if (!bars.length) return;
      const from = this.data.frames[this.year][0];
      const inside = bars.filter((b) => b.dataset.year >= from && b.dataset.year <= this.year);
      for (const bar of bars) {
        const on = Number(bar.dataset.year) === this.year;
        bar.setAttribute("aria-pressed", String(on));
        bar.classList.toggle("mp-in", inside.includes(bar));
        bar.tabIndex = on ? 0 : -1;
      }
      if (!bars.some((b) => b.tabIndex === 0)) (bars.find((b) => !b.disabled) || bars[0]).tabIndex = 0;
      const em = this.root.querySelector("[data-map-bracket]");
      em.hidden = !inside.length;
      if (!inside.length) return;
      em.style.setProperty("--from", bars.indexOf(inside[0]) / bars.length);
      em.style.setProperty("--to", (bars.indexOf(inside[inside.length - 1]) + 1) / bars.length);
    }
    stepYear(by) {
      const stops = this.stops();
      const at = stops.indexOf(this.year);
      const next = at < 0 ? stops.findIndex((y) => y > this.year) : at + by;
      if (next >= 0 && next < stops.length) this.setYear(stops[next]);
    }
    play() {
      if (this.playing) return this.pause();
      const stops = this.stops();
      if (this.year === stops[stops.length - 1]) this.setYear(stops[0]);
      this.says(true);
      this.playing = setInterval(() => {
        if (!this.root.isConnected) return this.pause();
        this.stepYear(1);
        if (this.year === stops[stops.length - 1]) this.pause();
      }, STEP);
    }
    pause() {
      clearInterval(this.playing);
      this.playing = null;
      this.says(false);
    }
    says(playing) {
      const button = this.root.querySelector("[data-map-play]");
      button.classList.toggle("mp-on", playing);
      button.setAttribute("aria-label", playing ? this.data.words.stop : this.data.words.play);
    }
  });
})();
