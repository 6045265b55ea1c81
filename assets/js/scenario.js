/* Scenario of a city's progress. Every goal is counted where it is set: the model came with the page, so
   rows, scores and lines follow the hand at once. On release the address keeps the goals, and the chart
   with its table is asked for. A preset is one more set of goals; the reader's own lie over it. */
(function () {
  "use strict";
  const MINUS = "\u2212";
  const CHANGE_FIGURES = 3, DECIMALS = 1e9, SPEAK = 500; // ms of rest before the result is spoken
  const language = () => document.documentElement.lang || "en";
  const root = () => document.getElementById("scenario-play");
  /* A formatter takes longer to make than a page of numbers to write. */
  const formats = new Map();
  function print(value, least, most = least) {
    const key = [language(), least, most].join();
    if (!formats.has(key)) {
      formats.set(key, new Intl.NumberFormat(language(), { minimumFractionDigits: least, maximumFractionDigits: most }));
    }
    return formats.get(key).format(value);
  }
  const round = (value) => Math.round(value * DECIMALS) / DECIMALS;

  /* Read once a page: a model of a hundred points is some tens of kB. */
  let held = { box: null, model: null, words: null };
  function model() {
    const box = root();
    if (box !== held.box) {
      held = {
        box,
        model: box && JSON.parse(box.querySelector("[data-model]").textContent),
        words: box && JSON.parse(box.dataset.words),
      };
    }
    return held.model;
  }
  const say = (key, values) => held.words[key].replace(/\{(\w+)\}/g, (_all, name) => values[name]);

  /* The address: one preset or none, and the reader's own goals. */
  let own = {}, preset = "";
  function read() {
    const query = new URLSearchParams(location.search);
    preset = model().presets[query.get("preset")] ? query.get("preset") : "";
    own = {};
    for (const pair of (query.get("goals") || "").split(",")) {
      const [key, text] = pair.split(":");
      const point = model().points[key];
      if (point && text && !refusal(point, Number(text))) own[key] = Number(text);
    }
  }
  function query(url) {
    const pairs = Object.entries(own).map(([key, goal]) => key + ":" + goal);
    for (const [name, value] of [["preset", preset], ["goals", pairs.join(",")]]) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    url.search = url.search.replace(/%2C/g, ",").replace(/%3A/g, ":");
    return url;
  }
  const goals = () => ({ ...(model().presets[preset] || {}), ...own });

  /* A goal is taken or refused as analysis/scenario_goals.py has it. */
  function refusal(point, goal) {
    if (!Number.isFinite(goal)) return "not_a_number";
    const [low, high] = point.bounds;
    if ((low !== null && goal < low) || (high !== null && goal > high)) return "beyond_bounds";
    return good(point, goal) < good(point, point.value) ? "wrong_side" : "";
  }
  function good(point, value) {
    const [low, high] = point.target;
    if (point.direction === "higher_is_better") return value;
    if (point.direction === "lower_is_better") return -value;
    return point.direction === "target_range" ? -Math.max(low - value, value - high, 0) : 0;
  }

  function progress(point, value) {
    const knots = point.knots;
    if (!knots.length) return null;
    if (value <= knots[0][0]) return knots[0][1];
    for (let i = 1; i < knots.length; i += 1) {
      const [x0, p0] = knots[i - 1], [x1, p1] = knots[i];
      if (value < x1) return round(p0 + ((p1 - p0) * (value - x0)) / (x1 - x0));
    }
    return knots[knots.length - 1][1];
  }
  const bandOf = (score) => 1 + held.model.edges.filter((edge) => score >= edge).length;
  const worth = (score) => (held.model.score === "points" ? 25 * bandOf(score) : score);

  /* Decimals only where rounding would leave the band, as figures/words.py has it. */
  function scoreText(score, least) {
    for (let digits = least; ; digits += 1) {
      const shown = Math.floor(score * 10 ** digits + 0.5) / 10 ** digits;
      if (bandOf(shown) === bandOf(score) || digits === 2) return print(shown, digits);
    }
  }
  function perYear(change) {
    if (Math.abs(change) < 1e-12) return "0";
    const size = Math.abs(change);
    const shown = size >= 10 ** (CHANGE_FIGURES - 1)
      ? print(Math.round(size), 0)
      : print(Number(size.toPrecision(CHANGE_FIGURES)), 0, 8);
    return (change > 0 ? "+" : MINUS) + shown;
  }

  /* What the goals move: sums of weights times what each point gains, and lines newly met. */
  function play() {
    const found = model(), set = goals();
    const scores = { ...found.scores }, met = { ...found.met };
    let near = found.near;
    for (const [key, goal] of Object.entries(set)) {
      const point = found.points[key];
      if (!point) continue;
      const before = progress(point, point.value), after = progress(point, goal);
      if (before === null) continue;
      const gain = worth(after) - worth(before);
      for (const [whole, weight] of Object.entries(point.in)) scores[whole] += weight * gain;
      const change = (after >= 100) - (before >= 100);
      for (const group of point.lines) met[group] += change;
      if (point.lines.includes("scope")) near += isNear(after) - isNear(before);
    }
    for (const [key, score] of Object.entries(scores)) if (score !== null) scores[key] = round(score);
    return { scores, met, near };
  }

  const isNear = (score) => score >= held.model.edges[2] && score < 100;

  function mark(item, after, text, withBand) {
    item.querySelector("[data-after]").textContent = text;
    item.classList.toggle("moved", item.querySelector("[data-before]").textContent !== text);
    if (!withBand) return;
    const glyph = item.querySelector("[data-glyph] svg"), band = bandOf(after);
    glyph.setAttribute("class", "g b" + band);
    glyph.querySelector("use").setAttribute("href", "#g-" + band);
    glyph.setAttribute("aria-label", held.words["band_" + band]);
  }

  function row(node, point, goal) {
    const moved = goal !== undefined && goal !== point.value;
    const at = goal === undefined ? point.value : goal;
    node.classList.toggle("moved", moved);
    const slider = node.querySelector("[data-slider]"), field = node.querySelector("[data-field]");
    const toggle = node.querySelector("[data-switch]");
    if (toggle) toggle.checked = at === 1;
    if (slider && document.activeElement !== slider) slider.value = at;
    if (field) {
      if (document.activeElement !== field) field.value = Number(at.toPrecision(6));
      field.toggleAttribute("data-set", moved);
      slider?.setAttribute("aria-valuetext", [print(at, 0, 6), field.dataset.unit].join(" ").trim());
      node.querySelector("[data-needed]").textContent = moved
        ? perYear((at - point.value) / (model().year - point.year)) : held.words.stays;
    }
    const score = node.querySelector("[data-score]"), after = progress(point, at);
    if (after !== null && score.querySelector("[data-after]")) {
      mark(score, after, scoreText(after, 0), true);
      score.classList.toggle("moved", moved);
    }
  }

  /* All rows, or the one that was moved; scores and lines always. */
  function follow(only) {
    const box = root(), found = model(), set = goals(), { scores, met, near } = play();
    for (const node of only ? [only] : box.querySelectorAll("[data-point]")) row(node, found.points[node.dataset.point], set[node.dataset.point]);
    for (const item of box.querySelectorAll("[data-result]")) {
      const after = scores[item.dataset.result];
      mark(item, after, scoreText(after, 1), true);
    }
    for (const item of box.querySelectorAll("[data-lines]")) mark(item, null, String(met[item.dataset.lines]), false);
    mark(box.querySelector("[data-near]"), null, String(near), false);
    for (const card of box.querySelectorAll("[data-card]")) {
      const on = card.dataset.card === (preset || (Object.keys(own).length ? "own" : "")) ||
        (card.dataset.card === "own" && Object.keys(own).length > 0);
      card.classList.toggle("on", on);
      const link = card.querySelector("[data-preset]");
      if (on && link) link.setAttribute("aria-current", "true");
      else link?.removeAttribute("aria-current");
    }
    const count = box.querySelector("[data-own]"), n = Object.keys(own).length;
    count.textContent = n === 0 ? count.dataset.none : n === 1 ? count.dataset.one : count.dataset.many.replace("{n}", n);
    title(met);
  }

  function title(met) {
    const found = model(), heading = document.querySelector("[data-say-title]");
    const lined = Object.values(found.points).filter((p) => p.lines.includes("scope") && p.knots.length).length;
    const values = { after: met.scope, before: found.met.scope, held: lined };
    const key = !lined ? "no_lines" : !Object.keys(goals()).length ? "none" : met.scope === found.met.scope ? "same" : "lines";
    heading.textContent = say(key, values);
  }

  /* Spoken once the hand rests: the finding, then the dimensions that moved. */
  let speaking = 0;
  function speak() {
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      const box = root();
      if (!box) return;
      const moved = [...box.querySelectorAll(".sc-strip .moved[data-result]")].map((item) =>
        say("moved", {
          name: item.dataset.name,
          before: item.querySelector("[data-before]").textContent,
          after: item.querySelector("[data-after]").textContent,
        }));
      const text = [document.querySelector("[data-say-title]").textContent, ...moved].join(". ");
      box.querySelector("[data-live]").textContent = text;
    }, SPEAK);
  }

  /* On release: address, chart, and every link of the page that would else lose the goals. */
  function keep() {
    if (!window.atlas.stands()) return;
    const url = query(new URL(location.href));
    history.replaceState(history.state, "", url);
    for (const link of document.querySelectorAll("main a[href]")) {
      if (link.matches("[data-preset], [data-clear]") || !link.pathname.startsWith(location.pathname)) continue;
      if (link.origin === location.origin) link.href = query(new URL(link.href));
    }
    const place = root().querySelector("[data-chart-late]");
    const some = Object.keys(goals()).length > 0;
    place.style.minBlockSize = place.offsetHeight ? place.offsetHeight + "px" : "";
    if (some) place.setAttribute("data-fragment-href", query(new URL(place.dataset.base, location.href)).href);
    else {
      place.removeAttribute("data-fragment-href");
      place.replaceChildren();
      place.style.minBlockSize = "";
    }
    speak();
  }

  /* One goal of the reader's; an empty field gives the point back to the preset or to today. */
  function set(node, key, value) {
    const point = model().points[key];
    const why = node.querySelector("[data-why]"), field = node.querySelector("[data-field]");
    const refused = value === null ? "" : refusal(point, value);
    if (value === null || refused || (value === point.value && !(key in (model().presets[preset] || {})))) delete own[key];
    else own[key] = value;
    why.hidden = !refused;
    field?.toggleAttribute("aria-invalid", Boolean(refused));
    if (refused) why.textContent = say(refused, field.dataset);
    follow(node);
  }
  function rest(node) {
    const slider = node.querySelector("[data-slider]");
    const at = goals()[node.dataset.point] ?? model().points[node.dataset.point].value;
    if (slider) slider.value = at;
    keep();
  }

  let frame = 0;
  document.addEventListener("input", (event) => {
    const node = event.target.closest?.("[data-scenario] [data-point]");
    if (!node || !model()) return;
    const input = event.target;
    let value = Number(input.value);
    if (input.matches("[data-switch]")) value = Number(input.checked);
    if (input.matches("[data-field]") && input.value.trim() === "" && !input.validity.badInput) value = null;
    if (input.validity.badInput) value = NaN;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => set(node, node.dataset.point, value));
  });
  /* Arrow keys release at every step: the last one within a moment is kept. */
  let soon = 0;
  document.addEventListener("change", (event) => {
    const node = event.target.closest?.("[data-scenario] [data-point]");
    if (!node || !model()) return;
    clearTimeout(soon);
    soon = setTimeout(() => node.isConnected && rest(node), 80);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-scenario] :is([data-preset], [data-clear])");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    preset = link.dataset.preset || "";
    own = {};
    root().querySelectorAll("[data-why]").forEach((why) => (why.hidden = true));
    follow();
    keep();
  }, true);

  /* A page that comes brings its own goals; the way back may lead to others on the same page. */
  let shown = null;
  function arrive() {
    if (!root() || shown === root()) return;
    shown = root();
    model();
    read();
  }
  document.addEventListener("atlas:rendered", arrive);
  window.addEventListener("popstate", () => {
    if (!root() || !model()) return;
    read();
    follow();
    keep();
  });
})();
