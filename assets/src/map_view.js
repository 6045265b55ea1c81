/* The map's drawing: land and cities as one SVG that d3-zoom moves. x, y of a place are units of the drawing of the
   land; pixels are those of a page 1440 wide. */
import { select } from "d3-selection";
import { zoomIdentity, zoom as zooming, zoomTransform } from "d3-zoom";
import "d3-transition";
import { bySize, groups, names, pointing, ranked } from "./map_layout.js";
import * as say from "./map_words.js";

const NEAREST = 3; // px a unit
const SLACK = 0.5; // of the frame, drawn round it so that a move need not be laid out anew
const PHONE = 480; // px across, below which marks are smaller by
const SMALL = 0.8;
const MARGIN = 44; // free round a fit
const BUTTONS = 14; // more below, where buttons stand
const FLIGHT = 260; // ms of a move that nobody's hand makes
const EDGE = 30; // px from the frame within which a place is not seen at ease
const LEAST_INSET = 480; // px across, from which the small map has room
const MOST_DOTS = 2000;

export class Drawing {
  moved = false; // whether the reader has chosen what is seen
  cities = []; // as map_layout.js gives them, by rank
  groups = [];
  /** `frame`: the element that holds the drawing; `hint`: says why a wheel does nothing; `rests`: after each draw. */
  constructor(frame, hint, rests) {
    this.frame = frame;
    this.svg = frame.querySelector(".mp-svg");
    this.rests = rests;
    const allowed = (event) => {
      if (event.type !== "wheel") return event.type === "dblclick" ? !event.target.closest("[data-i]") : !event.button;
      if (event.ctrlKey || event.metaKey) return true; // else the wheel would trap the page
      hint();
      return false;
    };
    const straight = (a, b) => (t) => a.map((from, i) => from + (b[i] - from) * t);
    this.zoom = zooming()
      .filter(allowed)
      .interpolate(straight)
      .on("zoom", ({ sourceEvent }) => {
        this.moved ||= Boolean(sourceEvent);
        this.draw();
      });
    select(this.svg).call(this.zoom);
    this.#oneFinger();
    new ResizeObserver(() => this.data && this.svg.clientWidth && this.#resized()).observe(this.svg);
  }

  /* One finger moves the map sideways and scrolls the page up and down. */
  #oneFinger() {
    let from = null;
    const start = ({ touches: [touch] }) => {
      from = { x: touch.clientX, y: touch.clientY, page: null };
    };
    const move = (event) => {
      const [touch, other] = event.touches;
      if (other) return;
      from.page ??= Math.abs(touch.clientY - from.y) > Math.abs(touch.clientX - from.x);
      if (from.page) event.stopImmediatePropagation();
    };
    this.svg.addEventListener("touchstart", start, { passive: true });
    this.svg.addEventListener("touchmove", move, { capture: true, passive: true });
  }

  $(css) {
    return this.frame.querySelector(css);
  }
  get t() {
    return zoomTransform(this.svg);
  }
  /** Whether a city lies inside the frame, `edge` px from it. */
  sees(s, edge = 0) {
    const [x, y] = this.t.apply([s.x, s.y]);
    return s.x !== null && x >= edge && y >= edge && x <= this.w - edge && y <= this.h - edge;
  }
  /** Centre in units and zoom: how many times the world is wider than what is seen. */
  get at() {
    const zoom = (this.t.k * this.data.size[0]) / this.w;
    return [...this.t.invert([this.w / 2, this.h / 2]).map(Math.round), Number(zoom.toPrecision(3))];
  }

  /** Cities of a year; the first time also where the map opens. */
  show(data, cities) {
    const first = !this.data;
    if (this.data !== data) this.order = bySize(data.cities);
    this.data = data;
    this.cities = ranked(cities, this.order);
    this.laid = null;
    if (!first) return this.draw();
    this.#measure();
    this.#land();
    this.$('[data-box="europe"]').hidden = !data.boxes.europe;
    this.moved = Boolean(data.at);
    if (!this.moved) return this.fit("first", false);
    const [x, y, zoom] = data.at;
    this.look(x, y, (Math.max(1, zoom) * this.w) / data.size[0], false);
  }

  /* Size of the frame in pixels of a page 1440 wide: on a larger one all is enlarged. */
  #measure() {
    this.em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const { width, height } = this.svg.getBoundingClientRect();
    [this.w, this.h] = [width, height].map((side) => Math.max(120, side / this.em));
    this.svg.setAttribute("viewBox", `0 0 ${say.one(this.w)} ${say.one(this.h)}`);
    const [across, down] = this.data.size;
    const corners = [-0.25 * across, -0.5 * down, 1.25 * across, 1.5 * down];
    this.zoom.scaleExtent([Math.min(this.w / across, this.h / down), NEAREST]);
    this.zoom.translateExtent([corners.slice(0, 2), corners.slice(2)]);
  }
  #resized() {
    const { w, h, t } = this;
    this.#measure();
    this.laid = null;
    if (!this.moved) return this.fit("first", false);
    this.look(...t.invert([w / 2, h / 2]), (t.k * this.w) / w, false);
  }

  /** To a place at a scale, slowly unless the reader wants no motion. */
  look(x, y, k = this.t.k, slow = true) {
    const [least, most] = this.zoom.scaleExtent();
    const middle = zoomIdentity.translate(this.w / 2, this.h / 2);
    const calm = !slow || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const svg = calm ? select(this.svg) : select(this.svg).transition().duration(FLIGHT);
    svg.call(this.zoom.transform, middle.scale(Math.min(most, Math.max(least, k))).translate(-x, -y));
  }
  /** A named box whole in the frame. */
  fit(box, slow = true) {
    const [left, top, right, bottom] = this.data.boxes[box];
    const margin = box === "world" ? 4 : Math.min(MARGIN, this.w / 9);
    const k = Math.min((this.w - 2 * margin) / (right - left), (this.h - 2 * margin - BUTTONS) / (bottom - top));
    this.look((left + right) / 2, (top + bottom) / 2 + BUTTONS / 2 / k, k, slow);
  }
  /** The members of a crowd apart. */
  spread(members) {
    const [xs, ys] = [members.map((s) => s.x), members.map((s) => s.y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const k = Math.min((this.w * 0.6) / Math.max(right - left, 1), (this.h * 0.6) / Math.max(bottom - top, 1));
    this.look((left + right) / 2, (top + bottom) / 2, Math.max(k, this.t.k * 1.6));
  }
  /** By pixels, or by a factor. */
  by(dx, dy, factor) {
    this.moved = true;
    select(this.svg).interrupt();
    if (factor) return select(this.svg).call(this.zoom.scaleBy, factor);
    select(this.svg).call(this.zoom.translateBy, dx / this.t.k, dy / this.t.k);
  }
  /** A chosen city at ease in the frame. */
  lead(s) {
    if (s.x === null || this.sees(s, EDGE)) return;
    this.moved = true;
    this.look(s.x, s.y);
  }

  /** Land and marks in place; marks and names are laid out anew only where the last ones end. */
  draw() {
    const { t, laid } = this;
    const near = laid?.k === t.k && Math.abs(t.x - laid.x) < SLACK * this.w && Math.abs(t.y - laid.y) < SLACK * this.h;
    if (!near) this.lay();
    const shift = `translate(${say.one(t.x - this.laid.x)} ${say.one(t.y - this.laid.y)})`;
    this.$(".mp-ground").setAttribute("transform", t);
    this.$(".mp-marks").setAttribute("transform", shift);
    this.$(".mp-over").setAttribute("transform", shift);
    this.#inset(t);
    this.rests();
  }
  /** Marks and names where the map now is. */
  lay() {
    const { t, data } = this;
    const [size, found] = [this.w < PHONE ? SMALL : 1, []];
    const inside = (at, side) => at >= -SLACK * side && at <= (1 + SLACK) * side;
    for (const s of this.cities) {
      const [px, py] = t.apply([s.x ?? Number.NaN, s.y]);
      if (!inside(px, this.w) || !inside(py, this.h)) continue;
      found.push({
        s,
        px,
        py,
        radius: s.radius * size,
        label: data.bands[4] || !s.held ? s.name : `${s.name} ${s.value}`,
      });
    }
    this.laid = t;
    this.groups = groups(found);
    this.pointing = pointing(this.groups);
    const held = this.$(".mp-marks :focus")?.dataset.i;
    const marks = this.groups.toReversed().map((g) => say.mark(g, data.words));
    const written = names(this.groups, this.w, this.h, this.#furniture()).map(say.name);
    this.$(".mp-marks").innerHTML = [...marks, ...written].join("");
    if (held) (this.$(`.mp-marks [data-key="crowd"][data-i="${held}"]`) ?? this.svg).focus({ preventScroll: true });
    this.ring(this.ringed);
  }
  /** A ring round a city above all marks, whether it has a mark of its own or not; none without a city. */
  ring(s) {
    this.ringed = s;
    const [x, y] = s && s.x !== null && this.laid ? this.laid.apply([s.x, s.y]) : [];
    this.$(".mp-over").innerHTML = x === undefined ? "" : say.pointed(s, x, y);
  }

  /* What stands on the frame and would hide names. */
  #furniture() {
    const frame = this.svg.getBoundingClientRect();
    return [...this.frame.querySelectorAll(".mp-inset:not([hidden]), .mp-tools, .mp-go")].map((node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top].map((at) => at / this.em);
    });
  }
  /* The small map of the world, with the part that is seen. */
  #inset(t) {
    const seen = { width: this.w / t.k, height: this.h / t.k, x: t.invertX(0), y: t.invertY(0) };
    const wide = seen.width > this.data.size[0] * 0.55 || this.w < LEAST_INSET;
    this.$(".mp-inset").toggleAttribute("hidden", wide);
    for (const [name, value] of Object.entries(seen)) this.$(".mp-inset rect").setAttribute(name, value);
  }
  async #land() {
    const { land, cities, words } = this.data;
    const path = (css, d) => `<path class="${css}" d="${d}"/>`;
    try {
      const world = await (await fetch(land)).json();
      const ground = Object.values(world.land).map((d) => path("mp-land", d));
      this.$(".mp-ground").innerHTML = [
        ...ground,
        path("mp-special", world.special),
        path("mp-lake", world.lakes),
      ].join("");
      this.$(".mp-inset path").setAttribute("d", world.coarse);
    } catch {
      if (land) Object.assign(this.$(".mp-hint"), { textContent: words.notMade, hidden: false });
    }
    const dots = cities.filter((city) => city[3] !== null).slice(0, MOST_DOTS);
    this.$(".mp-inset g").innerHTML = dots.map((city) => `<circle cx="${city[3]}" cy="${city[4]}" r="130"/>`).join("");
    this.frame.dataset.drawn = "true";
  }
}
