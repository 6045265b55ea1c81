/* Goals of a scenario: into the address at every step of a slider, and to the server. No sums. */
import { keep } from "./address.js";
import { asker } from "./question.js";

const REST = 250; // ms: a slider that has stood still for so long has been let go
const FIGURES = 6; // of a number in a field
const PARTNER = { slider: "field", field: "slider" };

/** The reader's goals of a query, by point. */
export function goalsOf(search) {
  const pairs = (new URLSearchParams(search).get("goals") || "").split(",").filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => pair.split(":")).map(([key, goal]) => [key, Number(goal)]));
}

/** Goals as the address has them. */
export const text = (goals) =>
  Object.entries(goals)
    .map(([key, goal]) => `${key}:${goal}`)
    .join(",");

/** The goals after a control has said a value; null where it says what stands already.
    An empty field, or the value that the point has anyway, takes the goal away. */
export function after(goals, base, key, value) {
  const said = value === null || value === undefined || value === "" ? Number.NaN : Number(value);
  if (alike(said, goals[key] ?? base[key]) || (Number.isNaN(said) && !(key in goals))) return null;
  const { [key]: _before, ...others } = goals;
  return Number.isNaN(said) || alike(said, base[key]) ? others : { ...others, [key]: said };
}

/** A goal as a field shows it. */
const shown = (goal) => Number(goal.toPrecision(FIGURES));
const alike = (one, other) => one === other || one === shown(other);

const put = (id, props) => window.dash_clientside.set_props(id, props);
const questions = asker("scenario-drag");

/** Sliders, fields and switches have changed: the question to ask, and what the other control of a row
    shows. Those that the server has set say nothing new. */
export function set(_values, base) {
  const { triggered, outputs_list: outputs } = window.dash_clientside.callback_context;
  const same = window.dash_clientside.no_update;
  let question = null;
  const others = new Map();
  for (const { prop_id: prop, value } of triggered) {
    const { goal: key, by } = JSON.parse(prop.slice(0, prop.lastIndexOf(".")));
    const goals = after(goalsOf(location.search), base, key, value);
    if (!goals) continue;
    question = questions.next({ search: keep({ goals: text(goals) }), point: key });
    const goal = goals[key] ?? base[key];
    others.set(key + PARTNER[by], by === "slider" ? shown(goal) : goal);
    rest();
  }
  return [question ?? same, outputs[1].map(({ id }) => others.get(id.goal + id.by) ?? same)];
}

let pause = 0;

/* Once the hand rests, the chart is asked for and Dash hears of the address. */
function rest() {
  clearTimeout(pause);
  pause = setTimeout(() => {
    if (!document.getElementById("scenario-strip")) return;
    put("address", { search: location.search, href: location.href });
    put("scenario-rest", { data: location.search });
  }, REST);
}

/** A ready-made scenario has been chosen, or today; the reader's own goals go. */
export function choose(preset) {
  const clear = window.dash_clientside.callback_context.triggered_id === "scenario-own";
  const { preset: before = "" } = Object.fromEntries(new URLSearchParams(location.search));
  if (!clear && (preset ?? "") === before) return;
  const data = keep({ preset: clear ? "" : preset, goals: "" });
  if (clear) put("scenario-preset", { value: null });
  put("scenario-chosen", { data });
  rest();
}
