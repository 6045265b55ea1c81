import "./browser.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { after, goalsOf, set, text } = await import("../../assets/src/scenario.js");
const { answered, asker } = await import("../../assets/src/question.js");
const BASE = { no2: 19, pm10: 17.123456 };

test("goals go into the address and come back", () => {
  const goals = { no2: 12.5, plans: 1 };
  assert.equal(text(goals), "no2:12.5,plans:1");
  assert.deepEqual(goalsOf(`?goals=${encodeURIComponent(text(goals))}&preset=x`), goals);
  assert.deepEqual(goalsOf("?scope=all"), {});
});

test("a control that says what stands already changes nothing", () => {
  assert.equal(after({}, BASE, "no2", 19), null);
  assert.equal(after({ no2: 10 }, BASE, "no2", "10"), null);
  assert.equal(after({}, BASE, "pm10", 17.1235), null); // as a field shows it
  assert.equal(after({}, BASE, "no2", ""), null);
});

test("a goal is set, replaced and taken away by an empty field or the value itself", () => {
  assert.deepEqual(after({ pm10: 5 }, BASE, "no2", "12.5"), { pm10: 5, no2: 12.5 });
  assert.deepEqual(after({ no2: 10 }, BASE, "no2", 0), { no2: 0 });
  assert.deepEqual(after({ no2: 10, pm10: 5 }, BASE, "no2", null), { pm10: 5 });
  assert.deepEqual(after({ no2: 10 }, BASE, "no2", 19), {});
  assert.deepEqual(after({}, { plans: 0 }, "plans", true), { plans: 1 });
});

test("one question at a time; the newest one follows the answer", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const put = [];
  window.dash_clientside.set_props = (id, { data }) => put.push([id, data]);
  let now = 1;
  const { next } = asker("hand", () => now);
  assert.equal(next("a"), "a");
  assert.equal(next("b"), null);
  assert.equal(next("c"), null);
  answered({ inputs: [{ id: "another" }] });
  answered({ inputs: [{ id: "hand" }] });
  assert.deepEqual(put, []); // not before the answer is drawn
  t.mock.timers.tick(1);
  assert.deepEqual(put, [["hand", "c"]]);
  assert.equal(next("d"), null);
  now += 5000; // an answer that never came
  assert.equal(next("e"), "e");
});

test("a slider asks, and the field of its row shows the same goal", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const ids = [
    { by: "slider", goal: "no2" },
    { by: "field", goal: "no2" },
    { by: "field", goal: "pm10" },
  ];
  window.dash_clientside.callback_context = {
    triggered: [{ prop_id: `${JSON.stringify(ids[0])}.value`, value: "12.3456789" }],
    outputs_list: [{}, ids.map((id) => ({ id, property: "value" }))],
  };
  const same = window.dash_clientside.no_update;
  const [question, controls] = set([], BASE);
  assert.equal(question.point, "no2");
  assert.equal(goalsOf(question.search).no2, 12.3456789);
  assert.deepEqual(controls, [same, 12.3457, same]);
});
