/* Figures come from the server in the light palette at 16 px. Before plotly draws one, its colours are
   exchanged for the reader's theme and its sizes for the page's root size (a hall's screen enlarges all).
   A change of theme or size draws the same figure again; the server is not asked. */
(function () {
  "use strict";
  const ROOT = 16;
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
    if (!value.includes("#")) return value;
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

  /* A figure with a fixed drawing size is enlarged as a whole, like an SVG's viewBox; any other keeps its
     sizes in step with the page's root size. */
  function themed(figure, node) {
    const drawn = figure.layout || {};
    const fixed = drawn.width && drawn.height && node && node.parentElement.clientWidth;
    const scale = fixed ? node.parentElement.clientWidth / drawn.width : rootSize() / ROOT;
    const layout = finish(drawn, "", scale);
    if (fixed) layout.height = drawn.height * scale;
    return { data: (figure.data || []).map((trace) => finish(trace, "", scale)), layout };
  }

  function rootSize() {
    return parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  function connect(node) {
    if (node.__atlas) return;
    node.__atlas = true;
    node.on("plotly_click", (event) => {
      const key = event.points?.[0]?.customdata;
      const target = Array.isArray(key) ? key[0] : key;
      if (target) document.dispatchEvent(new CustomEvent("atlas:filter", { detail: { level: "category", key: target } }));
    });
  }

  function wrap(plotly, name) {
    const draw = plotly[name];
    plotly[name] = function (target, data, layout, config) {
      const node = typeof target === "string" ? document.getElementById(target) : target;
      const given = Array.isArray(data) || !data ? { data, layout, config } : data;
      originals.set(node, given);
      widths.observe(node.parentElement);
      return draw(node, { ...given, ...themed(given, node) }).then((drawn) => {
        connect(node);
        return drawn;
      });
    };
  }

  /* The chart bundle arrives after this file: whoever sets window.Plotly gets the wrapped functions. */
  let plotly = window.Plotly;
  /* dcc.Graph orders a new size after its first drawing, for which plotly waits 100 ms and then finds
     that the drawing has a fixed one. */
  function noWait(plots) {
    const resize = plots.resize;
    plots.resize = (node) => (node.layout?.width && node.layout.height ? Promise.resolve(node) : resize(node));
  }
  function prepare(value) {
    if (!value) return;
    ["newPlot", "react"].forEach((name) => wrap(value, name));
    noWait(value.Plots);
  }
  prepare(plotly);
  /* Until then they get the promise of it: dcc.Graph waits for that instead of loading the library itself. */
  let arrive;
  const coming = new Promise((resolve) => (arrive = resolve));
  Object.defineProperty(window, "Plotly", {
    configurable: true,
    get: () => plotly || coming,
    set: (value) => {
      plotly = value;
      prepare(value);
      arrive(value);
    },
  });

  const seen = new WeakMap();
  const widths = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const width = target.clientWidth;
      const before = seen.get(target);
      seen.set(target, width);
      const node = target.querySelector(".js-plotly-plot");
      if (before !== undefined && width && before !== width && originals.has(node)) plotly.react(node, originals.get(node));
    }
  });

  function redraw() {
    palette = null;
    document.querySelectorAll(".js-plotly-plot").forEach((node) => {
      if (originals.has(node)) plotly.react(node, originals.get(node));
    });
  }

  /* A picture that stands alone: title, figure, source line, on paper colour. */
  function download(button) {
    const panel = button.closest("[data-chart]");
    const node = [...panel.querySelectorAll(".js-plotly-plot")].find((drawn) => drawn.clientWidth);
    const figure = themed(originals.get(node), node);
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
    plotly.downloadImage(figure, {
      format: button.dataset.download, filename: panel.dataset.chart, width, height: figure.layout.height, scale: 2,
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-chart] [data-download]");
    if (button) download(button);
  });
  document.addEventListener("atlas:theme", redraw);
})();
