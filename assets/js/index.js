/* Index lab. While a weight is dragged the order as chosen follows at once: the scores of the parts came
   with the page. On release the intervals are drawn anew for the address; the sliders stay, and so does
   the focus. */
(function () {
  "use strict";
  const MOST_DIGITS = 7;
  const PATIENCE = 20000; // ms that draws may take
  const language = () => document.documentElement.lang || "en";
  const box = () => document.querySelector("[data-index-weights]");
  const list = () => document.querySelector("[data-index-model]");
  const sliders = () => [...(box()?.querySelectorAll("input[type=range]") || [])];
  /* A slider's end rounds what it shows, so the exact weight stands beside it until the reader moves it. */
  const weightOf = (slider) => Number(slider.dataset.weight);
  const print = (value, digits) =>
    value.toLocaleString(language(), { minimumFractionDigits: digits, maximumFractionDigits: digits });

  let parsed = { text: "", model: null };
  function model() {
    const text = list()?.dataset.indexModel || "";
    if (text !== parsed.text) parsed = { text, model: text ? JSON.parse(text) : null };
    return parsed.model;
  }

  /* All zero leaves nothing to count: equal, as the server has it. */
  function weights() {
    const own = sliders().map(weightOf);
    return own.some((weight) => weight > 0) ? own : own.map(() => 1);
  }

  function score(scores, sizes, own, mean) {
    let sum = 0, total = 0;
    own.forEach((weight, group) => {
      const part = weight * sizes[group];
      if (!part) return;
      sum += part * (mean === "geometric" ? Math.log1p(0.99 * scores[group]) : scores[group]);
      total += part;
    });
    if (!total) return NaN;
    const value = mean === "geometric" ? Math.expm1(sum / total) / 0.99 : sum / total;
    return Number(value.toFixed(MOST_DIGITS));
  }

  function shares() {
    const own = weights();
    const sized = sliders().map((slider, i) => own[i] * Number(slider.dataset.size));
    const total = sized.reduce((a, b) => a + b, 0);
    sliders().forEach((slider, i) => {
      const share = print((100 * sized[i]) / total, 0) + " %";
      slider.setAttribute("aria-valuetext", share);
      document.getElementById("s-" + slider.dataset.key).textContent = share;
    });
  }

  function ranksOf(values) {
    const known = values.map((value) => (Number.isNaN(value) ? -Infinity : value));
    return known.map((value) => 1 + known.filter((other) => other > value).length);
  }

  function order() {
    const found = model();
    if (!found) return;
    const own = weights();
    const values = found.score.map((scores, city) => score(scores, found.size[city], own, found.mean));
    const rank = ranksOf(values);
    const rows = [...list().children];
    for (const row of rows) {
      const city = Number(row.dataset.i);
      row.querySelector("em").textContent = Number.isNaN(values[city]) ? "–" : print(values[city], 1);
      if (found.ranks) row.querySelector("b").textContent = rank[city];
    }
    if (!found.ranks) return;
    const name = (row) => row.querySelector("span").textContent;
    rows.sort((a, b) => rank[a.dataset.i] - rank[b.dataset.i] || name(a).localeCompare(name(b), language()));
    list().append(...rows);
    triangles(found, rank);
  }

  /* The drawn triangles are moved where they stand: a redraw of the chart would be late. */
  function triangles(found, rank) {
    ["index-ranks", "index-ranks-phone"].forEach((id, drawing) => {
      const node = document.getElementById(id);
      if (!node?.clientWidth || !node.calcdata) return;
      const drawn = node.calcdata.find((trace) => trace[0]?.trace.name === "nominal")?.[0].node3;
      const marks = drawn?.node()?.querySelectorAll(".point") || [];
      const axis = node._fullLayout.xaxis;
      const [left, right] = found.axes[drawing];
      const step = found.order.length > 1 ? (right - left) / (found.order.length - 1) : 0;
      marks.forEach((mark, i) => {
        const y = /,\s*([-\d.]+)\)/.exec(mark.getAttribute("transform"))?.[1];
        const x = axis.d2p(left + step * (rank[found.order[i]] - 1));
        if (y !== undefined) mark.setAttribute("transform", `translate(${x},${y})`);
      });
    });
  }

  /* Whether the intervals on the page are those of the present weights. */
  function drawn() {
    const found = model();
    if (!found) return true;
    const own = weights(), theirs = found.weights;
    const most = Math.max(...own), mostTheirs = Math.max(...theirs) || 1;
    return own.every((weight, i) => Math.abs(weight / most - theirs[i] / mostTheirs) < 1e-9);
  }

  function mark() {
    const waiting = !drawn();
    document.querySelector(".ilab")?.toggleAttribute("data-waiting", waiting);
    const note = document.querySelector("[data-index-wait]");
    if (note) note.hidden = !waiting;
    document.querySelector("[data-index-failed]")?.replaceChildren();
  }

  /* The order stands, its intervals did not come. */
  function failed() {
    const note = document.querySelector("[data-index-failed]");
    if (!note || drawn()) return;
    const again = document.createElement("button");
    again.type = "button";
    again.className = "linky";
    again.textContent = note.dataset.retry;
    again.addEventListener("click", () => {
      sliders()[0].focus({ preventScroll: true }); // the button goes
      mark();
      ask();
    });
    note.replaceChildren(note.dataset.indexFailed + " ", again);
    document.querySelector("[data-index-wait]").hidden = true;
  }

  function address() {
    const url = new URL(location.href);
    const pairs = sliders().map((slider) => slider.dataset.key + ":" + weightOf(slider));
    const own = sliders().some((slider) => weightOf(slider) !== Number(slider.dataset.default));
    if (own) url.searchParams.set("weights", pairs.join(","));
    else url.searchParams.delete("weights");
    url.search = url.search.replace(/%2C/g, ",").replace(/%3A/g, ":");
    history.replaceState(history.state, "", url);
  }

  function follow() {
    shares();
    order();
    mark();
  }

  let frame = 0;
  document.addEventListener("input", (event) => {
    if (!event.target.closest?.("[data-index-weights]")) return;
    event.target.dataset.weight = event.target.value;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (!window.atlas.stands()) return; // the address is another page's already
      address();
      follow();
    });
  });

  let asked = 0; // draws and pages so far
  async function ask() {
    const mine = ++asked;
    const waiting = { signal: AbortSignal.timeout(PATIENCE) };
    const answer = await fetch("/index/draws" + location.search, waiting).catch(() => Response.error());
    const markup = answer.ok && (await answer.text().catch(() => null));
    if (mine !== asked || !box()) return; // other draws or another page meanwhile
    if (markup) window.atlas.renew(markup);
    else failed();
  }

  /* Arrow keys release at every step: the last one within a moment asks. */
  let soon = 0;
  document.addEventListener("change", (event) => {
    if (!event.target.closest?.("[data-index-weights]")) return;
    clearTimeout(soon);
    soon = setTimeout(() => {
      if (!window.atlas.stands()) return;
      address();
      ask();
    }, 60);
  });

  /* A link or the way back may lead to other weights with the same sliders. */
  function sync() {
    if (!box() || document.activeElement?.matches?.("[data-index-weights] input:active")) return;
    const given = new Map(
      (new URLSearchParams(location.search).get("weights") || "").split(",").map((pair) => pair.split(":")),
    );
    const most = Math.max(0, ...[...given.values()].map(Number).filter(Number.isFinite));
    const scale = most > 100 ? 100 / most : 1;
    for (const slider of sliders()) {
      const raw = given.get(slider.dataset.key);
      const weight = raw === undefined ? Number(slider.dataset.default) : Number(raw);
      slider.dataset.weight = String(weight * scale);
      slider.value = slider.dataset.weight;
    }
    shares();
    if (!drawn()) order();
    mark();
  }
  document.addEventListener("atlas:rendered", ({ detail: { page } }) => {
    sync();
    if (!page) return;
    asked += 1;
    if (box() && !drawn()) ask(); // the reader moved a weight while this page was on its way
  });
  /* Weights were written into the address only, so that a link back to those the page came with finds it
     standing: their draws are asked for here. */
  document.addEventListener("atlas:here", (event) => {
    if (!box()) return;
    sync();
    if (drawn()) return;
    event.preventDefault();
    ask();
  });
})();
