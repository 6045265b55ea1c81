/* Weights of the Index lab: into the address at every step of a slider, and to the server. */
import { keep } from "./address.js";

const PAUSE = 250; // ms: a slider that has stood still for so long has been let go
const EQUAL = 50; // where every slider stands at first (pages/index_lab/reading.py)

/** The sliders as the address has them; nothing where all are equal. */
export function text(sliders) {
  const own = sliders.some(({ value }) => Number(value ?? EQUAL) !== EQUAL);
  return own ? sliders.map(({ id, value }) => `${id.weight}:${value ?? EQUAL}`).join(",") : "";
}

let pause = 0;

/** A slider moves: the order follows, what was drawn before fades; a little later the draws are asked for. */
export function drag() {
  const [sliders] = window.dash_clientside.callback_context.inputs_list;
  const before = location.search;
  const after = keep({ weights: text(sliders) });
  if (after === before) return Array(2).fill(window.dash_clientside.no_update);
  clearTimeout(pause);
  pause = setTimeout(() => {
    if (document.getElementById("index-lab"))
      window.dash_clientside.set_props("index-weights", { data: location.search });
  }, PAUSE);
  return [after, "ilab waiting"];
}
