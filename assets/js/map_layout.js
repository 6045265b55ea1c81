/* What stands where on the map: a city in a year, marks that would hide one another, names without
   collision. Pure: places and sizes in pixels of a page 1440 wide come in, groups and names go out. */
(function () {
  "use strict";
  const NAME = 12.5; // size of names, as in components/charts/map/labels.py
  const LETTER = 0.53; // mean width of a letter, of its size
  const MOST_NAMES = 120;
  const HIDE = 0.45; // of the sum of two radii: nearer marks become one
  const RING = 2.6; // of a report, outside its mark
  const CELL = 48; // of the grids that find neighbours; larger than any two marks that could meet
  const WIDE = 65536; // cells of a row, so that one number names a cell

  class Standing {
    constructor(data, frame, i) {
      [this.id, this.name, this.country, this.x, this.y, this.radius, this.people, this.chosen] = data.cities[i];
      this.i = i;
      const at = frame[1][i];
      this.row = at < 0 ? null : data.rows[at];
      this.also = frame[2][i] === undefined ? null : data.rows[frame[2][i]];
      if (this.row) {
        [this.value, this.year, this.band, this.status, this.other, this.source, this.page, this.order, this.note] = this.row;
      }
      this.state = !this.row ? "none" : this.status ? "status" : this.year < frame[0] ? "older" : "held";
      this.held = this.state === "held";
      this.valued = this.held || this.state === "older";
    }
    symbol(data) {
      if (this.band) return String(this.band);
      return data.marks[this.valued ? "no_target" : this.status || "not_held"][0];
    }
    css() { return (this.band ? "b" + this.band : "mk") + (this.state === "older" ? " mp-old" : ""); }
  }

  /* Whose mark lies on top and whose name is written first. */
  const rank = (s) => (s.chosen ? 0 : s.held ? (s.other ? 2 : 1) : s.valued ? 3 : 4) * 1e3 - s.radius;

  /* A grid of boxes that answers whether another box meets one of them. */
  class Taken {
    constructor() { this.cells = new Map(); }
    keys(box) {
      const found = [];
      for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x++)
        for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y++) found.push(x * WIDE + y);
      return found;
    }
    add(box, owner) {
      for (const key of this.keys(box)) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push([box, owner]);
      }
    }
    meets(box, owner) {
      return this.keys(box).some((key) =>
        (this.cells.get(key) || []).some(
          ([other, whose]) =>
            whose !== owner && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]
        )
      );
    }
  }

  /* Things by place, so that only neighbours are looked at. */
  class Near {
    constructor() { this.cells = new Map(); }
    add(thing) {
      const key = Math.floor(thing.px / CELL) * WIDE + Math.floor(thing.py / CELL);
      const cell = this.cells.get(key);
      if (cell) cell.push(thing);
      else this.cells.set(key, [thing]);
    }
    find(px, py, fits) {
      const x = Math.floor(px / CELL), y = Math.floor(py / CELL);
      for (let i = x - 1; i <= x + 1; i++)
        for (let j = y - 1; j <= y + 1; j++)
          for (const thing of this.cells.get(i * WIDE + j) || []) if (fits(thing)) return thing;
      return null;
    }
  }
  function within(a, b, distance) {
    const dx = a.px - b.px, dy = a.py - b.py;
    return dx * dx + dy * dy < distance * distance;
  }

  /* Marks that would hide one another become one, with their number; who holds a value and who does
     not are kept apart. Greedy by rank, so the same view always looks the same. */
  function crowd(places) {
    const near = new Near();
    const groups = [];
    for (const place of places) {
      const home = !place.s.chosen && near.find(place.px, place.py,
        (g) => g.held === place.s.held && within(g, place, HIDE * (g.radius + place.r)));
      if (home) {
        home.members.push(place);
        continue;
      }
      const group = { px: place.px, py: place.py, radius: place.r, held: place.s.held, members: [place] };
      groups.push(group);
      near.add(group);
    }
    return groups;
  }

  const disc = (n) => Math.min(19, 8 + 2.2 * Math.log2(n));

  /* Discs of many are larger than their first mark: what they would cover joins them until none covers
     another. A mark with a value stays out of a disc without as long as it is seen. */
  function settle(groups) {
    for (const g of groups) if (g.members.length > 1) g.radius = disc(g.members.length);
    let kept = groups;
    for (let before = 0; before !== kept.length; ) {
      before = kept.length;
      const discs = new Near();
      const found = [];
      for (const g of [...kept].sort((a, b) => b.members.length - a.members.length)) {
        const many = g.members.length > 1;
        const home = !g.members[0].s.chosen && discs.find(g.px, g.py, (d) =>
          within(d, g, (d.held === g.held ? (many ? 1 : 0.8) : many ? 0.8 : 0.35) * (d.radius + g.radius)));
        if (home) {
          home.members = home.members.concat(g.members);
          home.held ||= g.held;
          home.radius = disc(home.members.length);
        } else {
          found.push(g);
          if (g.members.length > 1) discs.add(g);
        }
      }
      kept = found;
    }
    return kept;
  }

  /* Names that find a place, by rank; `furniture`: boxes that they keep clear of. */
  function names(groups, width, height, furniture) {
    const taken = new Taken();
    for (const box of furniture) taken.add(box, null);
    for (const g of groups) {
      const r = g.radius + (g.ring ? RING : 0);
      taken.add([g.px - r, g.py - r, g.px + r, g.py + r], g);
    }
    const found = [];
    for (const g of groups) {
      if (found.length >= MOST_NAMES) break;
      if (g.members.length > 1) continue;
      const within = g.px >= 0 && g.py >= 0 && g.px <= width && g.py <= height;
      const far = g.radius + (g.ring ? RING : 0) + 3, near = far * 0.75, up = far + NAME / 2;
      const long = g.name.length * NAME * LETTER;
      const spots = [
        [far, 0, "start"], [-far, 0, "end"], [0, -up, "middle"], [0, up, "middle"],
        [near, -near, "start"], [near, near, "start"], [-near, -near, "end"], [-near, near, "end"],
      ];
      for (const [dx, dy, anchor] of spots) {
        const x = g.px + dx, y = g.py + dy;
        const left = anchor === "start" ? x : anchor === "end" ? x - long : x - long / 2;
        const box = [left, y - NAME * 0.55, left + long, y + NAME * 0.55];
        if (within && (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height)) continue;
        if (taken.meets(box, g)) continue;
        taken.add(box, g);
        found.push({ x, y, anchor, group: g });
        break;
      }
    }
    return found;
  }

  window.atlas = Object.assign(window.atlas || {}, {
    layout: { Standing, rank, groups: (places) => settle(crowd(places)), names, NAME, RING },
  });
})();
