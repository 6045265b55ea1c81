/* Hands on the map: pointers, wheel, keys, buttons; starts the map of each page. One finger moves it
   sideways and scrolls the page up and down, two move and zoom it; the wheel zooms with Ctrl only. */
(function () {
  "use strict";
  let map = null; // of the page that is shown

  const of = (event, css) => (map && event.target.closest ? event.target.closest(css) : null);
  const inPixels = (event) => {
    const box = map.svg.getBoundingClientRect();
    return [(event.clientX - box.left) / map.em, (event.clientY - box.top) / map.em];
  };
  const fingers = new Map();
  let drag = null; // {moved} while something is held down on the map

  document.addEventListener("pointerdown", (event) => {
    if (!of(event, "[data-map-svg]") || (event.pointerType === "mouse" && event.button)) return;
    fingers.set(event.pointerId, inPixels(event));
    drag = { moved: drag ? drag.moved : 0 };
  });
  document.addEventListener("pointermove", (event) => {
    if (!map) return;
    const before = fingers.get(event.pointerId);
    if (!before) {
      const mark = of(event, "[data-map-svg] [data-i]");
      if (mark && event.pointerType === "mouse") map.point(Number(mark.dataset.i));
      return;
    }
    const now = inPixels(event);
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    fingers.set(event.pointerId, now);
    drag.moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (drag.moved < 4) return;
    if (!map.svg.hasPointerCapture(event.pointerId)) map.svg.setPointerCapture(event.pointerId);
    if (others.length) {
      const [fixed] = others;
      const apart = (at) => Math.max(20, Math.hypot(at[0] - fixed[0], at[1] - fixed[1]));
      map.move((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
      map.zoom(apart(now) / apart(before), (now[0] + fixed[0]) / 2, (now[1] + fixed[1]) / 2);
    } else map.move(now[0] - before[0], now[1] - before[1]);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, (event) => {
      fingers.delete(event.pointerId);
      // A click that ends a drag comes right after and is no choice of a city.
      if (!fingers.size) setTimeout(() => { drag = null; });
    });
  }
  document.addEventListener("pointerout", (event) => {
    if (of(event, "[data-map-svg] [data-i]")) map.point(map.selected);
  });
  document.addEventListener("wheel", (event) => {
    if (!of(event, "[data-map-svg]")) return;
    const note = map.root.querySelector("[data-map-wheel]");
    if (!event.ctrlKey && !event.metaKey) {
      note.textContent = map.data.words.zoomHint;
      note.hidden = false;
      clearTimeout(map.hint);
      map.hint = setTimeout(() => { note.hidden = true; }, 1600);
      return;
    }
    event.preventDefault();
    note.hidden = true;
    map.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0022)), ...inPixels(event));
  }, { passive: false });
  document.addEventListener("dblclick", (event) => {
    if (of(event, "[data-map-svg]") && !of(event, "[data-i]")) map.zoom(2, ...inPixels(event));
  });

  document.addEventListener("click", (event) => {
    if (!map || !map.root.isConnected) return;
    const keep = of(event, "a[data-map-keep]");
    if (keep && map.moved) {
      const url = new URL(keep.href);
      url.searchParams.set("at", new URLSearchParams(location.search).get("at") || "");
      keep.href = url.href;
    }
    if (!of(event, "[data-map]")) return;
    if (drag && drag.moved >= 4) return;
    const cluster = of(event, "[data-cluster]");
    const city = of(event, "[data-i]");
    const zoom = of(event, "[data-map-zoom]");
    const box = of(event, "[data-map-box]");
    const year = of(event, "[data-year]");
    if (cluster) map.open(Number(cluster.dataset.cluster));
    else if (city) map.select(Number(city.dataset.i));
    else if (zoom) map.zoom(Number(zoom.dataset.mapZoom));
    else if (box) {
      map.moved = box.dataset.mapBox !== "first";
      map.fit(box.dataset.mapBox);
    } else if (year) {
      map.pause();
      map.setYear(Number(year.dataset.year));
    } else if (of(event, "[data-map-inset]")) map.jump(event);
    else if (of(event, "[data-map-play]")) map.play();
    else if (of(event, "[data-map-close]")) map.close();
    else if (of(event, "[data-map-png]")) map.png(map.root.querySelector('[data-map-file="/map.svg"]'));
  }, true);

  document.addEventListener("focusin", (event) => {
    const city = of(event, "[data-map-rows] [data-i]");
    if (city && city.matches(":focus-visible")) map.select(Number(city.dataset.i), { open: false });
  });

  document.addEventListener("focusout", (event) => {
    const list = of(event, "[data-map-rows]");
    if (list && !list.contains(event.relatedTarget)) setTimeout(() => map.stale && map.list());
  });

  document.addEventListener("keydown", (event) => {
    if (!map || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && of(event, "[data-map]") && map.selected >= 0) return map.close();
    const cluster = of(event, "[data-cluster]");
    if (cluster && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      return map.open(Number(cluster.dataset.cluster));
    }
    const year = of(event, "[data-year]");
    if (year && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      event.preventDefault();
      map.pause();
      map.stepYear(event.key === "ArrowRight" ? 1 : -1);
      map.root.querySelector('[data-year="' + map.year + '"]')?.focus({ preventScroll: true });
      return;
    }
    if (!of(event, "[data-map-svg]")) return;
    const by = Math.min(map.w, map.h) / 5;
    const moves = { ArrowLeft: [by, 0], ArrowRight: [-by, 0], ArrowUp: [0, by], ArrowDown: [0, -by] };
    if (moves[event.key]) map.move(...moves[event.key]);
    else if (event.key === "+" || event.key === "=") map.zoom(1.5);
    else if (event.key === "-") map.zoom(1 / 1.5);
    else if (event.key === "0") map.fit("all");
    else return;
    event.preventDefault();
  });

  function start() {
    const root = document.querySelector("[data-map]");
    if (!root || (map && map.root === root)) return;
    if (map && map.playing) map.pause();
    map = new window.atlas.Map(root);
    window.atlas.map = map; // for benchmarks/map.py and tests
  }
  document.addEventListener("atlas:rendered", start);
})();
