import "./browser.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { cities, sourceOf } = await import("../../assets/src/progress.js");

test("a mark of the level leads to the source of its point in the same view", () => {
  const click = { points: [{ customdata: "no2" }] };
  assert.equal(sourceOf(click, "/progress/valencia", "?asof=2020"), "/city/valencia/source/no2?asof=2020");
  assert.equal(sourceOf({ points: [{ customdata: ["no2"] }] }, "/progress/rana", ""), "/city/rana/source/no2");
});

test("a click on nothing leads nowhere", () => {
  for (const click of [null, {}, { points: [] }, { points: [{}] }])
    assert.equal(sourceOf(click, "/progress/rana", ""), "");
});

test("a city is added from the list and taken out by its own button", () => {
  assert.equal(cities({ key: "add", value: "rana" }, ""), "rana");
  assert.equal(cities({ key: "add", value: "rana" }, "berlin"), "berlin,rana");
  assert.equal(cities({ key: "berlin" }, "berlin,rana"), "rana");
  assert.equal(cities({ key: "add", value: "" }, "rana"), window.dash_clientside.no_update);
});
