/* Questions that follow a hand, one at a time: Dash drops the answer to a callback that is asked again
   before it has come, so that a slider that never stops would never be answered. */
const PATIENCE = 2000; // ms after which an answer is taken for lost
const askers = new Map(); // by the store whose callback answers

/** Asks through a store: ``next`` gives the question if it may be asked now, else keeps the newest. */
export function asker(store, now = Date.now) {
  let since = 0;
  let kept = null;
  const next = (question) => {
    if (since && now() - since < PATIENCE) {
      kept = question;
      return null;
    }
    since = now();
    kept = null;
    return question;
  };
  const come = () => {
    since = 0;
    if (kept !== null) window.dash_clientside.set_props(store, { data: next(kept) });
  };
  askers.set(store, come);
  return { next, come };
}

/** A callback has ended, well or not: what was kept may be asked once its answer has been drawn. */
export function answered({ inputs }) {
  for (const { id } of inputs) if (askers.has(id)) setTimeout(askers.get(id));
}
