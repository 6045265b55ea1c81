import assert from "node:assert/strict";
import { register } from "node:module";
import { test } from "node:test";
import "./browser.mjs";

register("./packages.mjs", import.meta.url);
const { bySize, groups, names, pointing, ranked, snapped, standings } = await import("../../assets/src/map_layout.js");
const say = await import("../../assets/src/map_words.js");

const WORDS = {
  cluster: "{n} cities: {names}. Zoom in",
  andMore: "and {n} more",
  bandOf: "band {band} of 4: {words}",
  score: "",
  target: "Target: 5 %",
  noValue: "no value",
  faded: "too old",
  band: "Band {band}, {words}",
  older: "Older",
  elsewhere: "Elsewhere",
  nowhere: "Nowhere",
  byName: "By name",
  found: "{n} of {all} found",
  more: "{n} more",
  inView: "{n} of {all} in view",
  allInView: "All {all} in view",
  nobody: "Nobody",
  also: "Also {value} ({year}), {source}",
  page: "p. {page}",
  report: "U4SSC",
  close: "Close",
  city: "City",
  source: "Source",
  mark: "Mark",
  unmark: "Unmark",
};
const DATA = {
  cities: [
    ["riga", "Rīga", "Latvia", 0, 0, 6, "1 million people", 0],
    ["oslo", "Oslo", "Norway", 100, 0, 5, "1 million people", 1],
    ["pully", "Pully", "Switzerland", 103, 0, 4, "20,000 people", 0],
    ["lost", "Lost & <found>", "Norway", null, null, 4, "few", 0],
  ],
  rows: [
    ["4 %", 2020, 4, "", 0, 0, "12", 1, ""],
    ["9 %", 2012, 2, "", 1, 0, "", 2, ""],
    ["", 2019, 0, "not_reported", 0, 0, "", 3, ""],
  ],
  frames: { 2020: [2015, [0, 1, 2, -1], {}], 2021: [2016, [0, -1, 2, -1], { 0: 1 }] },
  sources: [["Report", ""]],
  marks: {
    not_reported: ["nr", "not reported"],
    not_held: ["nh", "not available here"],
    no_target: ["nt", "no target"],
  },
  bands: { 4: "up to 5 %", 2: "to 10 %" },
  rings: true,
  links: { city: "/city/~", source: "/city/~/source/p?data=example" },
  words: WORDS,
};
const placed = (all) =>
  all.filter((s) => s.x !== null).map((s) => ({ s, px: s.x, py: s.y, radius: s.radius, label: s.name }));

test("a city in a year has the state that its row gives it", () => {
  const [riga, oslo, pully, lost] = standings(DATA, 2020);
  assert.deepEqual([riga.state, oslo.state, pully.state, lost.state], ["held", "older", "status", "none"]);
  assert.deepEqual([riga.symbol, pully.symbol, lost.symbol], ["4", "nr", "nh"]);
  assert.deepEqual([riga.ring, oslo.ring], [true, false]);
  assert.equal(standings(DATA, 2021)[0].also[0], "9 %");
});

test("marked cities come first, then reports, the largest first", () => {
  const all = standings(DATA, 2020);
  assert.deepEqual(
    ranked(all, bySize(DATA.cities)).map((s) => s.id),
    ["oslo", "riga", "pully", "lost"],
  );
});

test("marks that would hide one another become a crowd, but never a marked city", () => {
  const at = (marked) => DATA.cities.map((city, i) => [...city.slice(0, 3), 1, 1, 5, "", marked === i ? 1 : 0]);
  const sizes = (cities) => groups(placed(standings({ ...DATA, cities }, 2020))).map((g) => g.members.length);
  assert.deepEqual(sizes(at(null)), [4]);
  assert.deepEqual(sizes(at(1)).sort(), [1, 3]);
});

test("no disc of a crowd covers another, wherever cities are", () => {
  let seed = 7;
  const next = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const cities = Array.from({ length: 400 }, (_, i) => [
    `c${i}`,
    `City ${i}`,
    "",
    next() * 500,
    next() * 300,
    4,
    "",
    0,
  ]);
  const all = standings({ ...DATA, cities, frames: { 2020: [2015, cities.map(() => 0), {}] } }, 2020);
  const found = groups(placed(all));
  assert.equal(
    found.reduce((n, g) => n + g.members.length, 0),
    400,
  );
  const discs = found.filter((g) => g.members.length > 1);
  for (const [i, a] of discs.entries())
    for (const b of discs.slice(i + 1)) assert.ok(Math.hypot(a.px - b.px, a.py - b.py) >= a.radius + b.radius - 1e-9);
  const boxes = names(found, 500, 300, [[0, 0, 100, 40]]).map(({ x, y, anchor, group }) => {
    const long = group.label.length * 12.5 * 0.53;
    return [x - { start: 0, middle: long / 2, end: long }[anchor], y, long];
  });
  assert.ok(boxes.length > 5);
  for (const [i, [x, y, long]] of boxes.entries()) {
    assert.ok(!(x < 100 && y < 40), "clear of what stands on the frame");
    for (const [x2, y2, long2] of boxes.slice(i + 1))
      assert.ok(Math.abs(y - y2) >= 13.7 || x + long <= x2 + 1e-9 || x2 + long2 <= x + 1e-9);
  }
});

test("the pointer means the nearest city within reach", () => {
  const find = pointing(groups(placed(standings(DATA, 2020))));
  assert.equal(find(3, 4).s.id, "riga");
  assert.equal(find(15, 10).s.id, "riga");
  assert.equal(find(50, 80), null);
});

test("the timeline snaps to its stops in the direction of the hand", () => {
  const years = [2010, 2015, 2020];
  assert.equal(snapped(years, 2015, 2010), 2015);
  assert.equal(snapped(years, 2011, 2010), 2015);
  assert.equal(snapped(years, 2014, 2015), 2010);
  assert.equal(snapped(years, 2009, 2010), 2010);
  assert.equal(snapped(years, 2021, 2020), 2020);
});

test("hover tells value, year, band and target, or why there is no value", () => {
  const [riga, oslo, pully, lost] = standings(DATA, 2020);
  assert.deepEqual(say.facts(riga, DATA), ["4 % (2020)", "band 4 of 4: up to 5 %", "Target: 5 %"]);
  assert.deepEqual(say.facts(oslo, DATA), ["9 % (2012)", "band 2 of 4: to 10 %", "too old", "Target: 5 %"]);
  assert.deepEqual(say.facts(pully, DATA), ["not reported (2019)"]);
  assert.deepEqual(say.facts(lost, DATA), ["no value"]);
  const crowd = say.tip({ members: [riga, oslo, pully, lost] }, DATA);
  assert.equal(crowd, "<p>4 cities: Rīga, Oslo, Pully and 1 more. Zoom in</p>");
});

test("what a city is called cannot break out of the markup", () => {
  const all = standings(DATA, 2020);
  const lost = all[3];
  for (const html of [
    say.card(lost, DATA),
    say.tip({ members: [lost], s: lost }, DATA),
    say.list([{ own: [lost] }], DATA),
  ])
    assert.ok(html.includes("Lost &amp; &lt;found&gt;") && !html.includes("<found"));
});

test("a number leads to its source in its year", () => {
  const [riga, , , lost] = standings(DATA, 2020);
  assert.equal(say.link(riga, "source", DATA), "/city/riga/source/p?data=example&asof=2020");
  assert.equal(say.link(lost, "source", DATA), null);
  assert.equal(say.link(lost, "city", DATA), "/city/lost");
});

test("the list has the cities in view by band, a filter has all, sorted as asked", () => {
  const all = standings(DATA, 2020);
  const titles = (found) => found.map(({ title, own }) => `${title}: ${own.map((s) => s.id)}`);
  assert.deepEqual(titles(say.listed(all, DATA, (s) => s.id !== "pully" && s.x !== null)), [
    "Band 4, up to 5 %: riga",
    "Older: oslo",
    "Elsewhere: pully",
    "Nowhere: lost",
  ]);
  const none = () => false;
  assert.deepEqual(titles(say.listed(all, DATA, none, { text: "RIGA", sort: "best" })), ["Band 4, up to 5 %: riga"]);
  const norway = say.listed(all, DATA, none, { text: "nor", sort: "country" });
  assert.deepEqual(titles(norway), ["Norway: oslo,lost"]);
  assert.deepEqual(titles(say.listed(all, DATA, none, { text: "l", sort: "name" })), ["By name: lost,oslo,pully,riga"]);
  assert.equal(say.counted(1, 4, "riga", WORDS), "1 of 4 found");
  assert.equal(say.counted(0, 4, "", WORDS), "Nobody");
});
