/* The source of a number in its panel: which one is open stands in the address of a scorecard. */
import { keep } from "./address.js";

/** The panel has opened or closed, or shows another number. */
export function opened(isOpen, asked) {
  if (!asked || !/^\/city\/[^/]+$/.test(location.pathname)) return;
  const point = asked.split("?")[0].split("/").at(-1);
  keep({ point: isOpen ? point : "" });
}

/** A scorecard's address names a number: its panel opens with the page. */
export function open(asked) {
  if (asked) window.dash_clientside.set_props("source-asked", { data: asked });
}
