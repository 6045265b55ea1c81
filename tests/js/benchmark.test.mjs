import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";

const { cityOf, wayOf } = await import("../../assets/src/benchmark.js");
const { toggled } = await import("../../assets/src/address.js");
const { has } = await import("../../assets/src/points.js");

test("a city is marked once, and unmarked by the same press", () => {
  assert.equal(toggled("", "riga"), "riga");
  assert.equal(toggled("riga,turin", "oslo"), "riga,turin,oslo");
  assert.equal(toggled("riga,turin", "riga"), "turin");
});

test("a click on a chart, a mark and a choice all name a city", () => {
  assert.equal(cityOf({ points: [{ customdata: "riga" }] }), "riga");
  assert.equal(cityOf({ points: [{ customdata: ["riga", 2] }] }), "riga");
  assert.equal(cityOf({ key: "riga" }), "riga");
  assert.equal(cityOf({ key: "add", value: "turin" }), "turin");
  assert.equal(cityOf(null), undefined);
});

test("the arrow that points onwards leads to the next point, also right-to-left", () => {
  assert.deepEqual([wayOf("ArrowRight", false), wayOf("ArrowLeft", false)], ["next", "previous"]);
  assert.deepEqual([wayOf("ArrowRight", true), wayOf("ArrowLeft", true)], ["previous", "next"]);
});

test("a point is found by all the words typed, in any order, without accents", () => {
  assert.ok(has("Youth Unemployment Rate economy", "RATE youth"));
  assert.ok(has("Énergie", "energie"));
  assert.ok(!has("Youth Unemployment Rate", "youth poverty"));
  assert.ok(has("anything", "  "));
});
