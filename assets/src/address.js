/* The address holds the state of a page. A link that leads elsewhere goes through Dash's router, which
   listens to the browser's own "popstate"; a control keeps its value in the address where it stands. */

const bare = ({ pathname, search }) => pathname + search;
let known = bare(location); // what Dash's router knows of the address

/** Lead to an address of this site. */
export function go(href) {
  const url = new URL(href, location.href);
  const other = url.pathname !== location.pathname;
  history.pushState({}, "", url);
  dispatchEvent(new PopStateEvent("popstate"));
  if (other) scrollTo({ top: 0, behavior: "instant" });
}

/* A control has changed the address without the router: where a link or the way back leads to what the
   router takes for the present page, it would stay silent. */
addEventListener("popstate", () => {
  const here = bare(location);
  if (here === known && stale) location.reload();
  known = here;
  stale = false;
});
let stale = false;

/** The present address with parameters set, or taken away where their value is empty. */
export function withParameters(values, href = location.href) {
  const url = new URL(href);
  for (const [name, value] of Object.entries(values)) {
    if (String(value ?? "") === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  url.search = url.search.replaceAll("%2C", ",").replaceAll("%3A", ":"); // lists read as in our links
  return url;
}

/** Keep values in the address of the page that stands; gives its query. */
export function keep(values) {
  const url = withParameters(values);
  if (url.href !== location.href) {
    history.replaceState(history.state, "", url);
    stale = bare(location) !== known;
  }
  return location.search;
}

/** Whether a click is a plain one on a link inside this site, which is then followed. */
export function follow(event) {
  const link = event.target.closest("a[href]");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented) return false;
  const url = new URL(link.href, location.href);
  if (url.origin !== location.origin || link.target || link.hasAttribute("download")) return false;
  if (url.hash && bare(url) === bare(location)) return false; // the browser knows the way
  event.preventDefault();
  if ("source" in link.dataset) window.dash_clientside.set_props("source-asked", { data: url.pathname + url.search });
  else go(url.href);
  return true;
}

/** Keys parted by commas with one more, or without it where it was there. */
export function toggled(keys, key) {
  const list = keys ? keys.split(",") : [];
  return (list.includes(key) ? list.filter((one) => one !== key) : [...list, key]).join(",");
}
