"""What headless Chromium shows of a page with charts: when the last change is painted, the bytes.

The probe runs before any script of the page, on both sides of a comparison. It watches every change
of the document and tells those inside a plotly chart from the rest. A change counts as painted at
the second animation frame after it: the first one draws it, the second starts when it is drawn. A
chart that is drawn again just as it stood has not changed: dcc.Graph does so when it learns its size.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from typing import Any, NamedTuple

from selenium.webdriver import Chrome

WIDTH, HEIGHT = 1440, 900
_STILL_MS = 300  # nothing has changed for so long: the page is done
_LIMIT_S = 30

_PROBE = """
(() => {
  const p = (window.__probe = { start: 0, charts: 0, page: 0, last: 0, touched: new Set(), stood: new WeakMap() });
  const changed = (graph) => {
    const drawing = graph.innerHTML;
    const before = p.stood.get(graph);
    p.stood.set(graph, drawing);
    return drawing !== before;
  };
  const painted = (key) => requestAnimationFrame(() => requestAnimationFrame(() => {
    p[key] = performance.now();
  }));
  p.begin = () => {
    p.charts = p.page = 0;
    p.touched.clear();
    p.start = p.last = performance.now();
  };
  new MutationObserver((records) => {
    let page = false;
    const graphs = new Set();
    for (const { target, attributeName } of records) {
      // dcc.Graph marks a chart as pending and takes the mark back in the same task, 100 ms after
      // it was drawn: nothing is painted.
      if (attributeName === "class" && target.classList.contains("js-plotly-plot")) continue;
      const graph = target.nodeType === 1 && target.closest(".js-plotly-plot");
      if (graph) graphs.add(graph);
      else if (target.nodeType === 1 && target.closest("main")) {
        page = true;
      }
    }
    graphs.forEach((graph) => p.touched.add(graph));
    const chart = [...graphs].filter(changed).length > 0;
    if (!chart && !page) return;
    p.last = performance.now();
    if (chart) painted("charts");
    painted("page");
  }).observe(document, { subtree: true, childList: true, attributes: true });
})();
"""
_STATE = """
const p = window.__probe, all = [...document.querySelectorAll(".js-plotly-plot")];
return {
  charts: p.charts - p.start, page: p.page - p.start, still: performance.now() - p.last,
  graphs: document.getElementById("first") ? 0 : all.length,
  text: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  touched: [...p.touched].filter((graph) => graph.isConnected).length,
  drawn: all.filter((graph) => graph.querySelector(".main-svg path")).length,
  heading: document.querySelector("h1")?.textContent.trim() ?? "",
};
"""


class Drawn(NamedTuple):
    """Milliseconds from the start until charts, and all of the page, were painted.

    text: until the first words of a load; heading: of the page.
    """

    charts: float
    page: float
    heading: str
    text: float


class Traffic(NamedTuple):
    """What a page load took from the server. sizes: bytes over the wire by kind."""

    requests: int
    sizes: dict[str, int]

    @property
    def total(self) -> int:
        """All bytes."""
        return sum(self.sizes.values())


class NotDrawn(RuntimeError):
    """The page did not come to rest with its charts drawn."""


def prepare(driver: Chrome) -> None:
    """Put the probe before every page's own scripts."""
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _PROBE})
    driver.execute_cdp_cmd("Network.enable", {})
    # Without it the time of a transition would be measured, which is the same on both sides.
    calm = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", calm)
    driver.set_script_timeout(_LIMIT_S)


def load(driver: Chrome, url: str, n_charts: int, *, cached: bool) -> Drawn:
    """Open ``url`` from an empty page; without ``cached`` as on a first visit."""
    driver.get("about:blank")
    if not cached:
        driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": not cached})
    driver.get(url)
    return settled(driver, n_charts)


SLOW = {"offline": False, "latency": 40, "downloadThroughput": 1.25e6, "uploadThroughput": 1.25e6}
"""A line of 10 Mbit/s with 40 ms, as Chromium emulates it."""


def line(driver: Chrome, conditions: dict[str, Any] | None) -> None:
    """Emulate a line; None takes it off."""
    free = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", conditions or free)


def act(driver: Chrome, script: str, n_charts: int, *arguments: Any) -> Drawn:
    """Run ``script`` in the page and wait until it has redrawn ``n_charts`` charts."""
    driver.execute_script(f"__probe.begin();{script}", *arguments)
    return settled(driver, n_charts)


def settled(driver: Chrome, n_charts: int) -> Drawn:
    """Wait until ``n_charts`` have changed and all is still.

    Raises:
        NotDrawn: they were not drawn in time, or more or fewer charts changed.
    """
    end = time.monotonic() + _LIMIT_S
    while time.monotonic() < end:
        state = driver.execute_script(_STATE)
        count = (state["graphs"], state["touched"], state["drawn"])
        if count == (n_charts,) * 3 and state["still"] > _STILL_MS:
            return Drawn(state["charts"], state["page"], state["heading"], state["text"])
        time.sleep(0.05)
    raise NotDrawn(f"{driver.current_url}: {state}")


def traffic(driver: Chrome) -> Traffic:
    """Requests since the last call and their bytes, from Chromium's own log."""
    kinds: dict[str, str] = {}
    sizes: Counter[str] = Counter()
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        params = message["params"]
        if message["method"] == "Network.responseReceived":
            from_network = not params["response"].get("fromDiskCache")
            if from_network and params["response"]["url"].startswith("http"):
                kinds[params["requestId"]] = _kind(params["response"]["mimeType"])
        elif message["method"] == "Network.loadingFinished" and params["requestId"] in kinds:
            sizes[kinds[params["requestId"]]] += round(params["encodedDataLength"])
    return Traffic(len(kinds), dict(sizes))


def _kind(mime: str) -> str:
    for word in ("javascript", "css", "font", "json", "html", "svg"):
        if word in mime:
            return word
    return "other"
