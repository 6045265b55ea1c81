// The colours of assets/tokens.json as style sheet: custom properties for both themes and paper, and the
// mapping by which plotly's drawings, which carry the light values, follow the theme without being drawn again.

const properties = (tokens, index) =>
  Object.entries(tokens)
    .map(([name, values]) => `--${name}:${values[index]}`)
    .join(";");

/** `#14181f` as browsers write it in a style: `rgb(20, 24, 31)`. */
export function rgb(hex) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(", ")})`;
}

/** Style sheet of the tokens, `{name: [light, dark]}`. Words on a band are no part of a drawing. */
export function sheet(tokens) {
  const drawn = new Map();
  for (const [name, [light, dark]] of Object.entries(tokens)) {
    if (light !== dark && !name.startsWith("on-") && !drawn.has(light)) drawn.set(light, name);
  }
  const mapped = [...drawn].flatMap(([light, name]) =>
    ["fill", "stroke", "stop-color"].map(
      // Plotly writes the colour of a mark as rgb(), that of a word inside words as it was given.
      (property) =>
        `.js-plotly-plot :is([style*="${property}: ${rgb(light)}"],[style*="${property}:${light.toLowerCase()}" i])` +
        `{${property}:var(--${name})!important}`,
    ),
  );
  return [
    `:root,[data-theme="light"]{${properties(tokens, 0)}}`,
    `[data-theme="dark"]{${properties(tokens, 1)}}`,
    ...mapped,
    `@media print{:root,[data-theme="dark"]{color-scheme:light;${properties(tokens, 0)}}}`,
  ].join("\n");
}
