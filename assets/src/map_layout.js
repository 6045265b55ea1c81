/* What stands where on the map: a city in a year, marks that would hide one another, names without collision.
   Pure: places and sizes in px of a page 1440 wide come in, groups and names go out. */
import { quadtree } from "d3-quadtree";

export const NAME = 12.5; // size of names, as in components/charts/map/svg.py
export const RING = 2.6; // of a report, outside its mark
const LETTER = 0.53; // mean width of a letter, of its size
const MOST_NAMES = 120;
const HIDE = 0.45; // of the sum of two radii: nearer marks become one
const LARGEST = 19; // radius of a disc of many
const POINTED = 26; // px from a mark within which the pointer means it

/** The year of the timeline that a wish for one leads to: the next in its direction where it does not stop there. */
export function snapped(years, wanted, before = wanted) {
  if (years.includes(wanted)) return wanted;
  const later = years.filter((year) => year > wanted);
  const earlier = years.filter((year) => year < wanted);
  return (wanted > before ? later[0] : earlier.at(-1)) ?? later[0] ?? earlier.at(-1);
}

/* A city in a year: its row of values, and what that makes of it. Plain fields for what every layout reads. */
class Standing {
  constructor(data, i, row, also, first) {
    [this.data, this.i, this.row, this.also] = [data, i, row, also];
    const city = data.cities[i];
    this.x = city[3];
    this.y = city[4];
    this.radius = city[5];
    this.marked = Boolean(city[7]);
    this.state = !row ? "none" : row[3] ? "status" : row[1] < first ? "older" : "held";
    this.held = this.state === "held";
    this.valued = this.held || this.state === "older";
    // Whose mark lies on top and whose name is written first: marked, reports, other statistics, old ones, the rest.
    this.tier = this.marked ? 0 : this.held ? 1 + row[4] : this.valued ? 3 : 4;
  }
  get symbol() {
    return this.band ? String(this.band) : this.data.marks[this.valued ? "no_target" : this.status || "not_held"][0];
  }
  get css() {
    return (this.band ? `b${this.band}` : "mk") + (this.state === "older" ? " mp-old" : "");
  }
  get ring() {
    return this.data.rings && this.valued && !this.row[4];
  }
}
/* What is read of few cities at a time: names of places in the city's and in the row's list. */
const read = (name, of) => Object.defineProperty(Standing.prototype, name, { get: of });
for (const [name, at] of Object.entries({ id: 0, name: 1, country: 2, people: 6 })) {
  read(name, function () {
    return this.data.cities[this.i][at];
  });
}
for (const [name, at] of Object.entries({ value: 0, year: 1, band: 2, status: 3, order: 7, note: 8 })) {
  read(name, function () {
    return this.row?.[at] ?? "";
  });
}

/** Every city in a year. */
export function standings(data, year) {
  const [first, drawn, also] = data.frames[year];
  return data.cities.map((_, i) => new Standing(data, i, data.rows[drawn[i]], data.rows[also[i]], first));
}

/** Places of cities in their list, the largest first. */
export const bySize = (cities) => cities.map((_, i) => i).sort((a, b) => cities[b][5] - cities[a][5]);

/** Cities by the rank of their marks; `order`: as `bySize` gives it. */
export function ranked(all, order) {
  const tiers = [[], [], [], [], []];
  for (const i of order) tiers[all[i].tier].push(all[i]);
  return tiers.flat();
}

/* The first thing of a tree within reach of a place that fits. As its own visit, without an object for each node. */
function find(tree, x, y, across, fits, down = across) {
  const within = (node, x0, y0, x1, y1) => {
    if (!node || x0 > x + across || x1 < x - across || y0 > y + down || y1 < y - down) return null;
    if (node.length) {
      const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2];
      return (
        within(node[0], x0, y0, mx, my) ??
        within(node[1], mx, y0, x1, my) ??
        within(node[2], x0, my, mx, y1) ??
        within(node[3], mx, my, x1, y1)
      );
    }
    for (let leaf = node; leaf; leaf = leaf.next) if (fits(leaf.data)) return leaf.data;
    return null;
  };
  const [from, to] = tree.extent() ?? [[], []];
  return within(tree.root(), ...from, ...to);
}

const places = (things = []) =>
  quadtree(
    things,
    (thing) => thing.px,
    (thing) => thing.py,
  );

const within = (a, b, distance) => (a.px - b.px) ** 2 + (a.py - b.py) ** 2 < distance * distance;

/* Marks that would hide one another become one, with their number; who has a value and who has not are kept
   apart. Greedy by rank, so the same view always looks the same. A marked city stays for itself. */
function crowd(marks) {
  const tree = places();
  const groups = [];
  for (const mark of marks) {
    const near = (g) => g.held === mark.s.held && !g.s.marked && within(g, mark, HIDE * (g.radius + mark.radius));
    const home = !mark.s.marked && find(tree, mark.px, mark.py, HIDE * (LARGEST + mark.radius), near);
    if (home) home.members.push(mark.s);
    else {
      const group = { ...mark, held: mark.s.held, members: [mark.s] };
      groups.push(group);
      tree.add(group);
    }
  }
  return groups;
}

const disc = (n) => Math.min(LARGEST, 8 + 2.2 * Math.log2(n));

/* Discs of many are larger than their first mark: what they would cover joins them until none covers another.
   A mark with a value stays out of a disc without as long as it is seen. */
function settle(groups) {
  for (const g of groups) if (g.members.length > 1) g.radius = disc(g.members.length);
  let kept = groups;
  for (let before = 0; before !== kept.length; ) {
    before = kept.length;
    const discs = places();
    const found = [];
    for (const g of [...kept].sort((a, b) => b.members.length - a.members.length)) {
      const many = g.members.length > 1;
      const cover = (d) => (d.held === g.held ? (many ? 1 : 0.8) : many ? 0.8 : 0.35) * (d.radius + g.radius);
      const home = !g.s.marked && find(discs, g.px, g.py, LARGEST + g.radius, (d) => within(d, g, cover(d)));
      if (home) {
        home.members = home.members.concat(g.members);
        home.held ||= g.held;
        home.radius = disc(home.members.length);
      } else {
        found.push(g);
        if (many) discs.add(g);
      }
    }
    kept = found;
  }
  return kept;
}

/** Marks ({s, px, py, radius}, by rank) as groups, the most important first. */
export function groups(marks) {
  return settle(crowd(marks)).sort((a, b) => a.s.tier - b.s.tier || b.s.radius - a.s.radius);
}

/** What finds the group under the pointer; null where none is near. */
export function pointing(found) {
  const tree = places(found);
  return (x, y) => {
    const inside = find(tree, x, y, LARGEST, (g) => within(g, { px: x, py: y }, g.radius));
    return inside ?? tree.find(x, y, POINTED) ?? null;
  };
}

/* Boxes, as things at their middle with half their size, and whether another box meets one. */
class Boxes {
  tree = places();
  across = 0;
  down = 0;
  add([left, top, right, bottom], owner) {
    const box = { px: (left + right) / 2, py: (top + bottom) / 2, w: (right - left) / 2, h: (bottom - top) / 2, owner };
    this.across = Math.max(this.across, box.w);
    this.down = Math.max(this.down, box.h);
    this.tree.add(box);
  }
  meets([left, top, right, bottom], owner) {
    const [x, y, w, h] = [(left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2];
    const hit = (b) => b.owner !== owner && Math.abs(b.px - x) < b.w + w && Math.abs(b.py - y) < b.h + h;
    return Boolean(find(this.tree, x, y, w + this.across, hit, h + this.down));
  }
}

/** Names that find a place, by rank; `taken`: boxes that they keep clear of. */
export function names(found, width, height, taken) {
  const boxes = new Boxes();
  const away = (g) => g.radius + (g.s.ring && g.members.length === 1 ? RING : 0);
  for (const box of taken) boxes.add(box, null);
  for (const g of found) {
    const r = away(g);
    boxes.add([g.px - r, g.py - r, g.px + r, g.py + r], g);
  }
  const placed = [];
  for (const g of found) {
    if (placed.length >= MOST_NAMES) break;
    if (g.members.length > 1) continue;
    const inside = g.px >= 0 && g.py >= 0 && g.px <= width && g.py <= height;
    const [far, long] = [away(g) + 3, g.label.length * NAME * LETTER];
    const [near, up] = [far * 0.75, far + NAME / 2];
    // Right, left, above, below, then the four corners.
    const across = [far, -far, 0, 0, near, near, -near, -near];
    const down = [0, 0, -up, up, -near, near, -near, near];
    for (const [side, dx] of across.entries()) {
      const [x, y] = [g.px + dx, g.py + down[side]];
      const left = dx > 0 ? x : dx < 0 ? x - long : x - long / 2;
      const box = [left, y - NAME * 0.55, left + long, y + NAME * 0.55];
      if (inside && (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height)) continue;
      if (boxes.meets(box, g)) continue;
      boxes.add(box, g);
      placed.push({ x, y, anchor: dx > 0 ? "start" : dx < 0 ? "end" : "middle", group: g });
      break;
    }
  }
  return placed;
}
