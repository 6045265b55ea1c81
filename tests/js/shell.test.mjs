import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.mjs";

const said = [];
window.dash_clientside.set_props = (id) => said.push(id);
const { asker } = await import("../../assets/src/question.js");
const { resolved } = await import("../../assets/src/shell.js");
const callback = (id) => ({ inputs: [{ id, property: "data" }] });

test("a failure is said once: by whoever asked, else by the shell", () => {
  const heard = [];
  asker({ query: "mine" }, Date.now, { heard: (error) => Boolean(heard.push(error)) });
  asker("silent");
  resolved(callback({ query: "mine" }), { error: "no answer" });
  assert.deepEqual([heard, said], [["no answer"], []]);
  resolved(callback("silent"), { error: "no answer" });
  resolved(callback("other"), { error: "no answer" });
  assert.deepEqual(said, ["unanswered", "unanswered"]);
  resolved(callback("other"), {});
  assert.equal(said.length, 2);
});
