import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";

const { text } = await import("../../assets/src/index_lab.js");
const slider = (weight, value) => ({ id: { weight }, value });

test("weights stand in the address as they are, and not at all where all are equal", () => {
  assert.equal(text([slider("air", "90"), slider("water", 33.5)]), "air:90,water:33.5");
  assert.equal(text([slider("air", "50"), slider("water", undefined)]), "");
});
