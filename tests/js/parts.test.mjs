import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";

const { keep, withParameters } = await import("../../assets/src/address.js");
const { sourceOf } = await import("../../assets/src/coverage.js");
const { eventOf } = await import("../../assets/src/html_part.js");
const { compare } = await import("../../assets/src/list.js");
const { framed } = await import("../../assets/src/picture.js");
const { along } = await import("../../assets/src/shell.js");
const { plain } = await import("../../assets/src/text.js");
const { parts } = await import("../../assets/src/wheel.js");
const { rgb, sheet } = await import("../../frontend/tokens.mjs");

test("a parameter is set, and taken away where it is empty", () => {
  const url = withParameters({ score: "", peers: "size" });
  assert.equal(url.search, "?peers=size");
  assert.equal(keep({ asof: "2020" }), "?score=continuous&asof=2020");
  assert.equal(keep({ asof: null }), "?score=continuous");
});

test("what goes along to another page is what the view keeps", () => {
  assert.equal(along("?data=example&point=x&lens=water", ["data", "lens"]).toString(), "data=example&lens=water");
});

test("a mark says all of its data, a control its value too", () => {
  const mark = { dataset: { key: "a", level: "point" }, matches: () => false };
  assert.deepEqual(eventOf(mark, 5), { key: "a", level: "point", n: 5 });
  assert.equal(eventOf({ ...mark, matches: () => true, value: "2" }, 5).value, "2");
});

test("numbers are compared as numbers, words as words", () => {
  assert.ok(compare(9, 10, false) < 0);
  assert.ok(compare("9", "10", false) > 0);
  assert.ok(compare(9, 10, true) > 0);
});

test("a cell of the coverage matrix leads to its source and keeps the view", () => {
  assert.equal(sourceOf("/city/riyadh?data=example", "pm10"), "/city/riyadh/source/pm10?data=example");
  assert.equal(sourceOf("/city/riyadh", "pm10"), "/city/riyadh/source/pm10");
});

test("a sector's label is parted at its name", () => {
  assert.deepEqual(parts("Water: 50, 2 of 4 points", "category"), ["Water", "50, 2 of 4 points"]);
  assert.deepEqual(parts("Planning: Compact: Yes", "point"), ["Planning: Compact", "Yes"]);
  assert.deepEqual(parts("Water", "category"), ["Water", ""]);
});

test("a picture stands alone: title above, source below, room for both", () => {
  const drawn = {
    data: [],
    layout: { margin: { t: 10, b: 5 }, annotations: [{ text: "own" }], font: { color: "#14181f" } },
  };
  const { layout } = framed(drawn, { title: "T", subtitle: "S", source: "from" }, { width: 400, height: 300 });
  assert.equal(layout.title.text, "T");
  assert.deepEqual(
    layout.annotations.map(({ text }) => text),
    ["own", "from"],
  );
  assert.equal(layout.height, 300 + layout.margin.t - 10 + layout.margin.b - 5);
});

test("letters lose their accents, not their kind", () => assert.equal(plain("Ålesund ÉCOLE"), "alesund ecole"));

test("a drawing follows the theme by its light colours; words on a band do not", () => {
  assert.equal(rgb("#14181f"), "rgb(20, 24, 31)");
  const css = sheet({ ink: ["#14181f", "#f1f3f5"], "on-band-2": ["#14181f", "#14181f"], same: ["#009e73", "#009e73"] });
  assert.match(
    css,
    /\[style\*="fill: rgb\(20, 24, 31\)"\],\[style\*="fill:#14181f" i\]\)\{fill:var\(--ink\)!important\}/,
  );
  assert.doesNotMatch(css, /0, 158, 115/);
});
