/* Charts on paper: drawn anew as wide as the sheet lets them stand, then as wide as the screen does. */

const PAPER = 680; // px of A4 and Letter between their margins
const BESIDE = 330; // of it for a dimension's chart beside its number
const SCALE = 0.85; // the type of a page on paper is smaller than on screen
const NARROW = 320; // px that every chart reads in

const plots = () => document.querySelectorAll("#main .chart .js-plotly-plot:has(.main-svg)");

addEventListener("beforeprint", () => {
  const page = document.querySelector("#main > .in").clientWidth;
  for (const plot of plots()) {
    const chart = plot.closest(".chart");
    const room = chart.closest(".dim") ? BESIDE : PAPER * Math.min(1, chart.clientWidth / page);
    const scale = Math.min(SCALE, room / NARROW);
    const size = { width: room / scale, height: plot.layout.height };
    chart.style.setProperty("--drawn-width", `${size.width}px`);
    chart.style.setProperty("--drawn-height", `${size.height}px`);
    chart.style.setProperty("--on-paper", scale);
    window.Plotly.relayout(plot, { autosize: false, ...size });
  }
});

addEventListener("afterprint", () => {
  for (const plot of plots()) window.Plotly.relayout(plot, { autosize: true, width: null, height: null });
});
