/* Progress: the tally leads to the charts of a status, a mark of the level to the source of its number. */
import { toggled } from "./address.js";

/** A word of the tally has been chosen: the first chart of its status comes into view, its group opens. */
export function lead(event) {
  if (!event?.chart) return;
  const group = document.getElementById(`trends-${event.key}`);
  const head = group?.querySelector("summary");
  if (group && !group.open) head.click();
  const heading = document.getElementById(`${event.chart}-title`) || head;
  if (!heading) return;
  if (heading !== head) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}

/** Address of the source of the point that a click names; empty where it names none. */
export function sourceOf(click, path, search) {
  const key = [].concat(click?.points?.[0]?.customdata ?? [])[0];
  return key ? `/city/${path.split("/").at(-1)}/source/${key}${search}` : "";
}

/** A mark of the level has been clicked: the source of its number opens. */
export function source(click, here) {
  const data = sourceOf(click, here.path, location.search);
  if (!data) return;
  window.dash_clientside.set_props("source-asked", { data });
  window.dash_clientside.set_props("level", { clickData: null }); // the same mark can be clicked again
}

/** Another city in the chart of one point, or one less: their keys, parted by commas. */
export function cities(event, chosen) {
  const key = event?.key === "add" ? event.value : event?.key;
  return key ? toggled(chosen, key) : window.dash_clientside.no_update;
}
