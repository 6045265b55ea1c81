import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";

const { changed, named, ordered } = await import("../../assets/src/compare.js");
const places = (rows, by) => ordered(rows, by).map(({ at }) => at);

test("a city is added at the end, once, and never a seventh", () => {
  assert.equal(changed("", { added: "a" }), "a");
  assert.equal(changed("a,b", { added: "c" }), "a,b,c");
  assert.equal(changed("a,b", { added: "a" }), "a,b");
  assert.equal(changed("a,b,c,d,e,f", { added: "g" }), "a,b,c,d,e,f");
});

test("a city is taken away and the others keep their order", () => {
  assert.equal(changed("a,b,c", { removed: "b" }), "a,c");
  assert.equal(changed("a", { removed: "a" }), "");
});

test("rows stand by one city's rank or by the cities with a value, ties in the official order", () => {
  const rows = [
    { at: 0, ranks: [2, 9] },
    { at: 1, ranks: [9, 6] },
    { at: 2, ranks: [9, 0] },
  ];
  assert.deepEqual(places(rows, "1"), [1, 2, 0]);
  assert.deepEqual(places(rows, "held"), [1, 0, 2]);
  assert.deepEqual(places(rows.toReversed(), ""), [0, 1, 2]);
});

test("a mark of a chart or a drawing names its point and, where it has one, its source", () => {
  assert.deepEqual(named({ points: [{ customdata: ["no2", "/city/a/source/no2"] }] }), {
    key: "no2",
    href: "/city/a/source/no2",
  });
  assert.deepEqual(named({ points: [{ customdata: "no2" }] }), { key: "no2", href: undefined });
  assert.deepEqual(named({ key: "no2", level: "point" }), { key: "no2" });
  assert.deepEqual(named(undefined), { key: undefined });
});
