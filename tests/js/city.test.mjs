import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";

const { matches, ordered } = await import("../../assets/src/city.js");
const row = (changes) => ({
  point: "p",
  category: "c",
  dimension: "d",
  text: "water loss",
  band: "2",
  held: "1",
  pos: 1,
  score: "",
  name: "Water",
  ...changes,
});
const all = { text: [], band: "", held: false, chosen: null };

test("a row shows when every word, the band and the choice fit it", () => {
  assert.ok(matches(row(), all));
  assert.ok(matches(row(), { ...all, text: ["loss", "water"] }));
  assert.ok(!matches(row(), { ...all, text: ["loss", "air"] }));
  assert.ok(!matches(row(), { ...all, band: "4" }));
  assert.ok(!matches(row({ held: "0" }), { ...all, held: true }));
  for (const key of ["p", "c", "d"]) assert.ok(matches(row(), { ...all, chosen: { key } }));
  assert.ok(!matches(row(), { ...all, chosen: { key: "other" } }));
});

test("rows without a score stand last in either order, ties in the official order", () => {
  const rows = [
    row({ pos: 1, score: "50" }),
    row({ pos: 2 }),
    row({ pos: 3, score: "90" }),
    row({ pos: 4, score: "50" }),
  ];
  const places = (how) => ordered(rows, how).map(({ pos }) => pos);
  assert.deepEqual(places("official"), [1, 2, 3, 4]);
  assert.deepEqual(places("score"), [3, 1, 4, 2]);
  assert.deepEqual(places("gap"), [1, 4, 3, 2]);
});

test("names are ordered as the reader's language orders them", () => {
  const names = ["Zebra", "Ähre", "Apfel"].map((name, pos) => row({ name, pos }));
  assert.deepEqual(
    ordered(names, "name", "de").map(({ name }) => name),
    ["Ähre", "Apfel", "Zebra"],
  );
});
