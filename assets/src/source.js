/* The source of a number in its panel: which one is open stands in the address of a scorecard. */
import { keep } from "./address.js";

/** The panel has opened or closed, or shows another number. */
export function opened(isOpen, asked) {
  if (!asked || !/^\/city\/[^/]+$/.test(location.pathname)) return;
  const point = asked.split("?")[0].split("/").at(-1);
  keep({ point: isOpen ? point : "" });
}

/** A scorecard's address names a number: its row is gone to, its panel opens with the page. */
export function open(asked) {
  if (!asked) return window.dash_clientside.no_update;
  const row = `row-${asked.split("?")[0].split("/").at(-1)}`;
  requestAnimationFrame(() => document.getElementById(row)?.scrollIntoView({ block: "center", behavior: "instant" }));
  return asked;
}
