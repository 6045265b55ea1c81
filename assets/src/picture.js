/* A chart as a picture that stands alone: title, figure and source line on paper, in the light palette. */
const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const HEAD = 64;
const FOOT = 52;
const NARROWEST = 320; // px

/** The figure with its title above and its source below. */
export function framed({ data, layout }, { title, subtitle, source }, { width, height }) {
  const { margin = {} } = layout;
  const small = { size: 11, color: layout.font?.color };
  return {
    data,
    layout: {
      ...layout,
      width,
      height: height + HEAD + FOOT,
      autosize: false,
      margin: { ...margin, t: (margin.t || 0) + HEAD, b: (margin.b || 0) + FOOT },
      title: {
        text: title,
        x: 0.02,
        xanchor: "left",
        y: 0.98,
        yanchor: "top",
        yref: "container",
        font: { size: 15 },
        subtitle: { text: subtitle, font: small },
      },
      annotations: [
        ...(layout.annotations || []),
        {
          text: source,
          xref: "paper",
          yref: "paper",
          x: 0,
          y: 0,
          yshift: -(margin.b || 0) - FOOT + 8,
          xanchor: "left",
          yanchor: "bottom",
          align: "left",
          showarrow: false,
          font: { ...small, size: 10 },
        },
      ],
    },
  };
}

/** A button of a chart panel asks for its picture. */
export function download(event) {
  if (event?.key !== "picture") return;
  const { chart, format, file } = event;
  const drawn = document.querySelector(`#${CSS.escape(chart)} .js-plotly-plot`);
  if (!drawn) return;
  const size = { width: Math.max(drawn.clientWidth, NARROWEST), height: drawn.clientHeight };
  const figure = framed(drawn, event, size);
  figure.layout.paper_bgcolor ||= style("--paper");
  window.Plotly.downloadImage(figure, { format, filename: file, ...size, height: figure.layout.height, scale: 2 });
}
