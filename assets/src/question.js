/* Questions that follow a hand, one at a time: Dash drops the answer to a callback that is asked again
   before it has come, so that a slider that never stops would never be answered. */
const PATIENCE = 2000; // ms after which an answer is taken for lost
const askers = new Map(); // by the store whose callback answers

const named = (id) => (typeof id === "string" ? id : JSON.stringify(id));

/** Asks through a store: ``ask`` does it at once or keeps the newest question until the answer has come;
    ``next`` gives the question instead of asking it. ``heard`` is told how a callback has ended, and gives
    true where it has told the reader of the error. */
export function asker(store, now = Date.now, { heard = () => false, send } = {}) {
  let since = 0;
  let kept = null;
  const give = send ?? ((data) => window.dash_clientside.set_props(store, { data }));
  const next = (question) => {
    if (since && now() - since < PATIENCE) {
      kept = question;
      return null;
    }
    since = now();
    kept = null;
    return question;
  };
  const ask = (question) => {
    const due = next(question);
    if (due !== null) give(due);
  };
  const come = () => {
    since = 0;
    if (kept !== null) ask(kept);
  };
  askers.set(named(store), { come, heard });
  return { ask, next, come };
}

/** A callback has ended, well or not: what was kept may be asked once its answer has been drawn.
    Gives true where whoever asked has told the reader of the error. */
export function answered({ inputs }, error) {
  const asking = inputs.map(({ id }) => askers.get(named(id))).filter(Boolean);
  for (const { come } of asking) setTimeout(come);
  return asking.map(({ heard }) => heard(error)).includes(true);
}
