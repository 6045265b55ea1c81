/* Weights of the Index lab: into the address at every step of a slider, and to the server. The order as
   chosen follows the hand; the draws are asked for when it rests. No sum is made here. */
import { keep } from "./address.js";
import { asker } from "./question.js";

const PAUSE = 150; // ms: a slider that nobody holds and that has stood still for so long has been let go
const EQUAL = 50; // where every slider stands at first (pages/index_lab/reading.py)
const set = (id, props) => window.dash_clientside.set_props(id, props);
const weight = ({ value }) => Number(value ?? EQUAL);

/** The sliders as the address has them; nothing where all are equal. */
export function text(sliders) {
  const own = sliders.some((slider) => weight(slider) !== EQUAL);
  return own ? sliders.map((slider) => `${slider.id.weight}:${weight(slider)}`).join(",") : "";
}

let late = false; // the chart has too many rows to follow the hand

/* What stands is of other weights, and how it goes on. Setting it anew at every step would cost the step. */
function mark(...states) {
  const className = ["ilab", "waiting", ...(late ? ["late"] : []), ...states].join(" ");
  if (document.getElementById("index-lab")?.className !== className) set("index-lab", { className });
}

let hand = null; // the query of weights that are not drawn yet
let pause = 0;
let held = false; // a pointer is down on a slider
let drawing = null; // the query whose draws are on their way
const standing = () => hand !== null && document.getElementById("index-lab") && location.search === hand;

/** A slider moves: the order follows, what was drawn before fades until the draws have come. */
export function drag() {
  const [[sliders], [drawn]] = [
    window.dash_clientside.callback_context.inputs_list,
    window.dash_clientside.callback_context.states_list,
  ];
  const moved = sliders.some((slider, i) => weight(slider) !== drawn.value.weights[i]);
  const weights = text(sliders);
  if (moved || hand !== null || !weights) keep({ weights });
  if (!moved && hand === null) return;
  hand = location.search;
  late = !drawn.value.follows;
  mark();
  order.ask(hand);
  rest();
}

function rest() {
  clearTimeout(pause);
  if (!held) pause = setTimeout(() => standing() && draws.ask(hand), PAUSE);
}

globalThis.addEventListener("pointerdown", ({ target }) => {
  held = Boolean(target.matches?.("input[type=range]"));
});
for (const type of ["pointerup", "pointercancel"])
  globalThis.addEventListener(type, () => {
    if (!held) return;
    held = false;
    if (hand !== null) rest();
  });

/** All sliders back to where they stood at first. */
export function equal(presses, ids) {
  if (presses) for (const id of ids) set(id, { value: EQUAL });
}

/** Draws that did not come are asked for again. */
export function again(presses) {
  if (!presses) return;
  hand = location.search;
  order.ask(hand);
  draws.ask(hand);
}

// An order that did not come is not worth a word: the draws that follow say it, or make it good.
const order = asker("index-asked", Date.now, { heard: (error) => Boolean(error && standing()) });
const draws = asker({ query: "index" }, Date.now, {
  send(data) {
    drawing = data;
    mark("drawing");
    set({ query: "index" }, { data });
  },
  heard(error) {
    const drawn = drawing;
    drawing = null;
    if (error) {
      if (drawn === null || !standing()) return false;
      mark("failed");
      return true;
    }
    if (standing() && drawn !== hand) {
      // The answer brings the order of weights that the hand has left since.
      requestAnimationFrame(() => mark());
      order.ask(hand);
    } else hand = null;
    return false;
  },
});
