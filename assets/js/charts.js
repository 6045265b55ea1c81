/* Figures come from the server in the light palette at 16 px. Before plotly draws one, its colours are
   exchanged for the reader's theme and its sizes for those of its place (a hall's screen enlarges all).
   A change of theme or size draws the same figure again; the server is not asked. */
(function () {
  "use strict";
  const SIZES = new Set(["size", "width"]);
  const originals = new WeakMap();
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim().toLowerCase();
  const TOKENS = [
    "ink", "ink-2", "ink-3", "line", "paper", "wash", "accent", "band-1", "band-2", "band-3", "band-4", "peer",
    "peer-band", "target", "city-a", "city-b", "city-c", "city-d", "city-e", "city-f", "sdg11", "sdg11-ink",
  ];

  /* Light hex value -> value of the theme in force, read from the style sheet that owns the tokens. */
  let palette = null;
  function colours() {
    if (palette) return palette;
    const now = TOKENS.map((name) => style("--" + name));
    const probe = document.createElement("div");
    probe.dataset.theme = "light";
    probe.className = "light-tokens";
    probe.hidden = true;
    document.body.append(probe);
    const light = getComputedStyle(probe);
    palette = new Map(TOKENS.map((name, i) => [light.getPropertyValue("--" + name).trim().toLowerCase(), now[i]]));
    probe.remove();
    return palette;
  }

  function text(value) {
    if (!value.includes("#") || document.documentElement.dataset.theme === "light") return value;
    return value.replace(/#[0-9a-f]{6}\b/gi, (hex) => colours().get(hex.toLowerCase()) || hex);
  }

  function finish(value, key, scale) {
    if (typeof value === "string") return text(value);
    if (typeof value === "number") return SIZES.has(key) ? value * scale : value;
    if (Array.isArray(value)) return value.map((item) => finish(item, key, scale));
    if (value && typeof value === "object" && !ArrayBuffer.isView(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, finish(item, name, scale)]));
    }
    return value;
  }

  /* A figure has a drawing size and is enlarged as a whole, like an SVG's viewBox. width: of its place in
     CSS pixels, known beforehand, because asking between two drawings makes the browser lay out each. */
  function themed({ data, layout, config }, width) {
    const scale = width / layout.width;
    const sized = { ...finish(layout, "", scale), height: layout.height * scale };
    return { data: data.map((trace) => finish(trace, "", scale)), layout: sized, config };
  }

  function connect(node) {
    node.on("plotly_click", (event) => {
      const key = event.points?.[0]?.customdata;
      const target = Array.isArray(key) ? key[0] : key;
      if (target) document.dispatchEvent(new CustomEvent("atlas:filter", { detail: { level: "category", key: target } }));
    });
  }

  /* The figure stands as JSON in the place it is drawn in (components/chart_panel.py). */
  function draw(box, width) {
    const node = box.querySelector(".graph:has(> script)");
    if (!node) return; // drawn meanwhile
    const figure = JSON.parse(node.textContent);
    node.replaceChildren();
    originals.set(node, figure);
    window.Plotly.newPlot(node, themed(figure, width));
    connect(node);
    widths.observe(box);
  }
  const redraw = (node) => window.Plotly.react(node, themed(originals.get(node), node.parentElement.clientWidth));

  /* What is in view or within a screen of it is drawn at once, the rest when the reader comes near;
     what the style sheet hides, when it no longer does. */
  const LONGEST = 4000; // ms
  const library = document.getElementById("plotly");
  let missing = false; // the library has not come and will not
  const waiting = () => [...document.querySelectorAll(".graph > script")].map((script) => script.closest(".chart"));
  const coming = new IntersectionObserver(
    (entries) => {
      const here = entries.filter(({ isIntersecting }) => isIntersecting);
      for (const { target, boundingClientRect } of here) {
        coming.unobserve(target);
        draw(target, boundingClientRect.width);
      }
    },
    { rootMargin: "100% 0px" },
  );
  function drawAll() {
    if (missing) waiting().forEach((box) => (box.firstElementChild.textContent = library.dataset.failed));
    if (!window.Plotly) return;
    const places = waiting().map((box) => [box, box.getBoundingClientRect()]);
    for (const [box, { width, top, bottom }] of places) {
      if (width && top < 2 * innerHeight && bottom > -innerHeight) draw(box, width);
      else coming.observe(box);
    }
  }
  document.addEventListener("atlas:rendered", drawAll);

  /* On paper all are drawn, at the width they have there: the style sheet for print lays them out, and the
     print dialogue waits for nobody. */
  function fit() {
    if (!window.Plotly) return;
    waiting().forEach((box) => box.clientWidth && draw(box, box.clientWidth));
    document.querySelectorAll(".js-plotly-plot").forEach((node) => {
      const width = node.parentElement.clientWidth;
      if (width && width !== Math.round(node._fullLayout.width)) redraw(node);
    });
  }
  window.addEventListener("beforeprint", fit);
  matchMedia("print").addEventListener("change", fit);

  const seen = new WeakMap();
  const widths = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const width = target.clientWidth;
      const before = seen.get(target);
      seen.set(target, width);
      const node = target.querySelector(".js-plotly-plot");
      if (before !== undefined && width && before !== width && originals.has(node)) redraw(node);
    }
  });

  /* Fulfilled when the library has come, or has not, and the first charts stand; nobody waits longer than
     LONGEST for it. It may have failed before this script ran: the window's load tells. */
  const charts = new Promise((resolve) => {
    const come = () => {
      missing = !window.Plotly;
      drawAll();
      requestAnimationFrame(() => setTimeout(resolve));
    };
    if (window.Plotly) return come();
    for (const type of ["load", "error"]) library.addEventListener(type, come);
    window.addEventListener("load", () => window.Plotly || come());
    setTimeout(resolve, LONGEST);
  });
  window.atlas = Object.assign(window.atlas || {}, { charts });

  document.addEventListener("atlas:theme", () => {
    palette = null;
    // One that is hidden is drawn again when it is shown: its width changes then.
    document.querySelectorAll(".js-plotly-plot").forEach((node) => node.clientWidth && redraw(node));
  });

  /* A picture that stands alone: title, figure, source line, on paper colour. */
  function download(button) {
    const panel = button.closest("[data-chart]");
    const node = [...panel.querySelectorAll(".js-plotly-plot")].find((drawn) => drawn.clientWidth);
    if (!node) return;
    const figure = themed(originals.get(node), node.clientWidth);
    const margin = figure.layout.margin || {};
    const small = { family: "Inter Variable, sans-serif", size: 11, color: style("--ink-2") };
    const width = Math.max(node.clientWidth, 320);
    const head = 64, foot = 52;
    figure.layout = {
      ...figure.layout,
      width,
      height: node.clientHeight + head + foot,
      autosize: false,
      margin: { l: 0, r: 0, ...margin, t: (margin.t || 0) + head, b: (margin.b || 0) + foot },
      paper_bgcolor: style("--paper"),
      title: {
        text: panel.dataset.title, x: 0.02, xanchor: "left", y: 0.98, yanchor: "top", yref: "container",
        font: { ...small, size: 15, color: style("--ink") }, subtitle: { text: panel.dataset.subtitle, font: small },
      },
      annotations: [
        ...(figure.layout.annotations || []),
        { text: panel.dataset.source, xref: "paper", yref: "paper", x: 0.01, y: 0, yshift: -foot + 8, xanchor: "left",
          yanchor: "bottom", align: "left", showarrow: false, font: { ...small, size: 10 } },
      ],
    };
    window.Plotly.downloadImage(figure, {
      format: button.dataset.download, filename: panel.dataset.chart, width, height: figure.layout.height, scale: 2,
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-chart] [data-download]");
    if (button) download(button);
  });
})();
