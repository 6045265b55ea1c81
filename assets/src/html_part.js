/* The browser's half of components/html_part: server-made HTML inside Dash's tree.
   A redraw of the parent does not touch it: React compares the text and leaves an equal one alone. */
import { follow } from "./address.js";

const CONTROLS = "select, input, textarea";

/** What a mark says of itself: its data-* attributes, a control's value, and when. */
export function eventOf(element, now = Date.now()) {
  const event = { ...element.dataset, n: now };
  return element.matches(CONTROLS) ? { ...event, value: element.value } : event;
}

/** The marked element an event is about, inside its part. */
function marked(event) {
  const element = event.target.closest("[data-key]");
  return element && event.currentTarget.contains(element) ? element : null;
}

/** A marked element by its key and its place among those of the same key. */
const placeOf = (part, element) => {
  const same = element?.dataset?.key && part?.contains(element) && alike(part, element.dataset.key);
  return same ? { key: element.dataset.key, at: same.indexOf(element) } : null;
};
const alike = (part, key) => [...part.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];

export function HtmlPart({ id, html, className, setProps }) {
  const { createElement, useEffect, useLayoutEffect, useRef } = window.React;
  const place = useRef(null);
  const focused = placeOf(place.current, document.activeElement); // before other text takes its place
  useLayoutEffect(() => {
    if (focused && !place.current.contains(document.activeElement)) {
      const again = alike(place.current, focused.key)[focused.at] ?? place.current.querySelector("[data-key]");
      again?.focus({ preventScroll: true });
    }
  }, [html]);
  const say = (element) => setProps({ event: eventOf(element) });
  useEffect(() => {
    // React hears of changes only of controls it has made itself. One with data-live speaks at every letter.
    const part = place.current;
    const changed = ({ target, type }) => {
      if (target.matches(`[data-key]:is(${CONTROLS})`) && "live" in target.dataset === (type === "input")) say(target);
    };
    const types = ["change", "input"];
    for (const type of types) part.addEventListener(type, changed);
    return () => types.map((type) => part.removeEventListener(type, changed));
  }, [setProps]);
  return createElement("div", {
    id: typeof id === "string" ? id : undefined,
    ref: place,
    className,
    dangerouslySetInnerHTML: { __html: html },
    onClick(event) {
      if (follow(event.nativeEvent)) return;
      const element = marked(event);
      if (element && !element.matches(CONTROLS)) say(element);
    },
    onKeyDown(event) {
      const element = marked(event);
      if (event.key !== "Enter" || !element || element.matches(`a, button, ${CONTROLS}`)) return;
      event.preventDefault();
      say(element);
    },
  });
}
