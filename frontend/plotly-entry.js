// The chart library with the trace types SSC Atlas draws and no others; scatter is part of the
// core. A new trace type is one line here. The bundle defines window.Plotly, so dcc.Graph does not
// load the full library (four times the bytes).
const Plotly = require("plotly.js/lib/core");

Plotly.register([require("plotly.js/lib/bar"), require("plotly.js/lib/heatmap")]);

// Type and lines of a figure are given for a page of 16 px and follow the page's type, which a large
// screen enlarges; places on the paper follow the size of the chart by themselves.
const GROWING = new Set([
  "size",
  "width",
  "l",
  "r",
  "t",
  "b",
  "pad",
  "standoff",
  "tickwidth",
  "xshift",
  "yshift",
  "ax",
  "ay",
]);
const root = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

function grown(value, key, scale) {
  if (typeof value === "number") return GROWING.has(key) ? value * scale : value;
  if (Array.isArray(value)) return value.map((item) => grown(item, key, scale));
  if (value && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, grown(item, name, scale)]));
  }
  return value;
}

/** A figure as the reader's page wants it: grown with its type, still for whoever asks for calm. */
function dressed({ data, layout, ...others }) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const still = calm ? { ...layout, transition: { duration: 0 } } : layout;
  const scale = root();
  return scale === 1
    ? { ...others, data, layout: still }
    : { ...others, data: grown(data, "", scale), layout: grown(still, "", scale) };
}

// dcc.Graph draws by react(node, figure), figures of other hands come as react(node, data, layout, config).
const { react } = Plotly;
Plotly.react = (node, first, ...rest) => {
  if (!Array.isArray(first)) return react(node, dressed(first), ...rest);
  const { data, layout } = dressed({ data: first, layout: rest[0] });
  return react(node, data, layout, ...rest.slice(1));
};

module.exports = Plotly;
