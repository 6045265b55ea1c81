/* The list of data points (components/controls/point_choice.py): a search among what is on screen, a choice. */
import { go, withParameters } from "./address.js";
import { plain } from "./text.js";

/** Whether every word that was typed is in a text. */
export const has = (text, typed) => {
  const words = plain(text);
  return plain(typed.trim())
    .split(/\s+/)
    .every((word) => words.includes(word));
};

/** A letter was typed, or a point of a control of the address was chosen. */
export function chosen() {
  for (const { prop_id: cause, value: event } of window.dash_clientside.callback_context.triggered) {
    const part = document.getElementById(cause.slice(0, cause.lastIndexOf(".")));
    const list = part?.querySelector("details.points");
    if (!list || !event) continue;
    if (event.key === "search") search(list, event.value);
    else choose(list, event.key);
  }
}

function search(list, typed) {
  let n = 0;
  for (const section of list.querySelectorAll("section")) {
    for (const item of section.querySelectorAll("li")) {
      item.hidden = !has(item.dataset.text, typed);
      n += item.hidden ? 0 : 1;
    }
    section.hidden = !section.querySelector("li:not([hidden])");
  }
  const [count, none] = list.querySelectorAll("p");
  count.textContent = n === 1 ? count.dataset.one : count.dataset.many.replace("{n}", n);
  none.hidden = n > 0;
}

function choose(list, key) {
  const { page, control } = list.dataset;
  if ("leads" in list.dataset) return go(withParameters({ [control]: key }).href);
  const option = list.querySelector(`button[data-key="${CSS.escape(key)}"]`);
  list.querySelector("[aria-current]")?.removeAttribute("aria-current");
  option.setAttribute("aria-current", "true");
  shut(list);
  list.querySelector("summary").lastElementChild.textContent = option.textContent;
  window.dash_clientside.set_props({ page, control }, { value: key });
}

function shut(list) {
  list.open = false;
  list.querySelector("summary").focus();
}

/* Open: the search has the focus. Escape or a click elsewhere shuts it, Enter takes the first found. */
globalThis.addEventListener?.(
  "toggle",
  ({ target }) => target.matches?.("details.points") && target.open && target.querySelector("input").focus(),
  true,
);
globalThis.addEventListener?.("keydown", (event) => {
  const list = event.target.closest?.("details.points[open]");
  if (!list) return;
  if (event.key === "Escape") shut(list);
  if (event.key !== "Enter" || !event.target.matches("input")) return;
  search(list, event.target.value); // the last letter may still be on its way
  list.querySelector("li:not([hidden]) button")?.click();
});
globalThis.addEventListener?.("click", ({ target }) => {
  for (const list of document.querySelectorAll("details.points[open]")) if (!list.contains(target)) list.open = false;
});
