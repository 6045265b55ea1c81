// The chart library with the trace types SSC Atlas draws and no others; scatter is part of the
// core. A new trace type is one line here. The bundle defines window.Plotly, so dcc.Graph does not
// load the full library (four times the bytes).
const Plotly = require("plotly.js/lib/core");

Plotly.register([require("plotly.js/lib/bar"), require("plotly.js/lib/heatmap")]);

module.exports = Plotly;
