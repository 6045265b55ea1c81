/* The ground of the map: the land, which is fetched once, the small map of the world with the part that
   is seen, and the address and files that follow the view. */
(function () {
  "use strict";
  const LEAST_INSET = 480; // pixels across, from which the small map has room
  const MOST_DOTS = 2000;

  window.atlas.Map.with(class {
    async drawLand() {
      if (!this.data.land) return;
      let world = null;
      try {
        const answer = await fetch(this.data.land);
        if (!answer.ok) throw new Error(String(answer.status));
        world = await answer.json();
      } catch {
        const note = this.root.querySelector("[data-map-wheel]");
        note.textContent = this.data.words.notMade;
        note.hidden = false;
        return;
      }
      if (!this.root.isConnected) return;
      const path = (d, css) => '<path class="' + css + '" d="' + d + '"/>';
      this.land.innerHTML =
        Object.values(world.land).map((d) => path(d, "mp-land")).join("") +
        path(world.special, "mp-special") + path(world.lakes, "mp-lake");
      this.root.querySelector("[data-map-coarse]").setAttribute("d", world.coarse);
      const dots = this.data.cities.slice(0, MOST_DOTS).filter((c) => c[3] !== null);
      this.root.querySelector("[data-map-dots]").innerHTML = dots
        .map((c) => '<circle cx="' + c[3] + '" cy="' + c[4] + '" r="130"/>').join("");
      this.root.dataset.drawn = "true";
      document.dispatchEvent(new CustomEvent("atlas:map"));
    }

    /* To where the small map was pressed. */
    jump(event) {
      const at = this.inset.createSVGPoint();
      [at.x, at.y] = [event.clientX, event.clientY];
      const place = at.matrixTransform(this.inset.getScreenCTM().inverse());
      this.fly(place.x, place.y);
    }
    frameInset() {
      const wide = (this.w / this.k) > this.width * 0.55;
      this.inset.toggleAttribute("hidden", wide || this.w < LEAST_INSET);
      if (wide) return;
      const frame = this.root.querySelector("[data-map-window]");
      frame.setAttribute("x", this.x - this.w / this.k / 2);
      frame.setAttribute("y", this.y - this.h / this.k / 2);
      frame.setAttribute("width", this.w / this.k);
      frame.setAttribute("height", this.h / this.k);
    }

    remember() {
      const url = new URL(location.href);
      const set = (name, value) => value === null ? url.searchParams.delete(name) : url.searchParams.set(name, value);
      set("asof", this.year === this.data.default ? null : this.year);
      const zoom = (this.k * this.width) / this.w;
      set("at", this.moved ? [Math.round(this.x), Math.round(this.y), Number(zoom.toPrecision(3))].join(",") : null);
      const search = url.searchParams.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
      const before = new URLSearchParams(location.search).toString();
      if (before !== url.searchParams.toString()) {
        history.replaceState(history.state, "", url.pathname + (search ? "?" + search : "") + url.hash);
      }
      this.root.querySelectorAll("[data-map-file]").forEach((link) => {
        link.href = link.dataset.mapFile + "?" + search;
      });
    }
  });
})();
