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

const { react } = Plotly;
Plotly.react = (node, data, layout, ...rest) => {
  const scale = root();
  if (scale === 1) return react(node, data, layout, ...rest);
  const given = Array.isArray(data) ? { data, layout } : data;
  const { data: traces, layout: frame, ...others } = given;
  return react(
    node,
    { ...others, data: grown(traces, "", scale), layout: grown(frame, "", scale) },
    ...(Array.isArray(data) ? rest : [layout, ...rest]),
  );
};

module.exports = Plotly;
