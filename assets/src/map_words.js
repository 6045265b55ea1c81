/* What the map and its list are made of, as markup: marks, names, hover, card, rows. Pure. */
import { NAME, RING } from "./map_layout.js";
import { plain } from "./text.js";

const MOST_LISTED = 60; // of a group
const MOST_NAMED = 150; // of those without a value
const SYMBOL = 2.2; // side of a symbol's box in radii
const ENTITY = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
export const clean = (text) => String(text).replace(/[&<>"]/g, (letter) => ENTITY[letter]);
export const one = (number) => Math.round(number * 10) / 10;

const lines = (texts) => texts.map((text) => `<p>${text}</p>`).join("");
const glyph = (symbol, css) => `<svg class="g ${css}" aria-hidden="true"><use href="#g-${symbol}"/></svg>`;
const symbol = (s, radius) => {
  const [side, corner] = [one(radius * SYMBOL), one((-radius * SYMBOL) / 2)];
  return `<use href="#g-${s.symbol}" x="${corner}" y="${corner}" width="${side}" height="${side}"/>`;
};

/** Names of a crowd, the first three. */
export function crowded(members, words) {
  const [n, first] = [members.length, members.slice(0, 3).map((s) => s.name)];
  const more = n > 3 ? ` ${fill(words.andMore, { n: n - 3 })}` : "";
  return fill(words.cluster, { n, names: first.join(", ") + more });
}

/** A mark, or the disc of a crowd. */
export function mark(g, words) {
  const at = `transform="translate(${one(g.px)} ${one(g.py)})"`;
  const n = g.members.length;
  if (n === 1) {
    const ring = g.s.ring ? `<circle class="mp-ring" r="${one(g.radius + RING)}"/>` : "";
    return `<g class="mp-m ${g.s.css}" data-key="city" data-i="${g.s.i}" ${at}>${symbol(g.s, g.radius)}${ring}</g>`;
  }
  const names = `aria-label="${clean(crowded(g.members, words))}"`;
  const css = `mp-c${g.held ? "" : " mp-none"}`;
  const button = `class="${css}" role="button" tabindex="0" data-key="crowd" data-i="${g.s.i}"`;
  return `<g ${button} ${names} ${at}><circle r="${one(g.radius)}"/><text dy=".36em">${n}</text></g>`;
}

/** A name in its place. */
export function name({ x, y, anchor, group }) {
  const css = group.s.marked ? " mp-own" : group.s.held ? "" : " mp-dim";
  const place = `x="${one(x)}" y="${one(y + NAME * 0.36)}" text-anchor="${anchor}"`;
  return `<text class="mp-name${css}" data-key="city" data-i="${group.s.i}" ${place}>${clean(group.label)}</text>`;
}

/** The ring round a city that is pointed at, above all marks. */
export function pointed(s, px, py) {
  const at = `transform="translate(${one(px)} ${one(py)})"`;
  return `<g class="${s.css}" ${at}>${symbol(s, s.radius)}<circle class="mp-pointed" r="${one(s.radius + 4.5)}"/></g>`;
}

/** What is known of a city in the year: value, band and target, or why there is no value. */
export function facts(s, { words, bands, marks }) {
  const value = [s.value, words.score].filter(Boolean).join(" ");
  const band = s.band ? fill(words.bandOf, { band: s.band, words: bands[s.band] }) : "";
  const said = s.valued
    ? [`${value} (${s.year})`, band, s.held ? "" : words.faded, words.target]
    : [s.row ? `${marks[s.status][1]} (${s.year})` : words.noValue];
  return said.filter(Boolean);
}

/** Hover of a city or a crowd. */
export function tip(g, data) {
  if (g.members.length > 1) return lines([clean(crowded(g.members, data.words))]);
  const [first, ...rest] = facts(g.s, data).map(clean);
  return lines([`<b>${clean(g.s.name)}</b>`, `${glyph(g.s.symbol, g.s.css)} ${first}`, ...rest]);
}

/** A city's own address of a kind: its page, the source of its number in the year. */
export function link(s, kind, { links }) {
  const href = links[kind]?.replace("~", s.id);
  if (kind !== "source" || !href || !s.row) return kind === "source" ? null : href;
  return `${href}${href.includes("?") ? "&" : "?"}asof=${s.year}`;
}

/** The card of a chosen city. */
export function card(s, data) {
  const { words, sources } = data;
  const from = (row) => {
    const [source, href] = sources[row[5]];
    const text = clean(source + (row[6] ? `, ${fill(words.page, { page: row[6] })}` : ""));
    return href ? `<a href="${clean(href)}" rel="noopener" target="_blank">${text}</a>` : text;
  };
  const [first, ...rest] = facts(s, data).map(clean);
  if (s.note) rest.push(clean(s.note));
  if (s.row) rest.push(from(s.row));
  if (s.also) rest.push(clean(fill(words.also, { value: s.also[0], year: s.also[1], source: sources[s.also[5]][0] })));
  const a = (kind, more = "") => {
    const href = link(s, kind, data);
    return href ? `<a href="${clean(href)}"${more}>${clean(words[kind])}</a>` : "";
  };
  const button = (key, attributes, inside) =>
    `<button type="button" data-key="${key}" data-i="${s.i}" ${attributes}>${inside}</button>`;
  const toggle = button("mark", 'class="linky"', clean(s.marked ? words.unmark : words.mark));
  const close = button("close", `class="mp-close" aria-label="${clean(words.close)}"`, "×");
  const where = `${clean(s.country)}, ${clean(s.people)}`;
  const value = `${glyph(s.symbol, s.css)} <b>${first}</b>`;
  const ways = [a("source", " data-source"), a("city"), a("benchmark"), toggle].join("");
  return `${close}<h3>${clean(s.name)}</h3>${lines([where, value, ...rest, ways])}`;
}

/* Things by a key, in their order. */
function grouped(things, keyOf) {
  const found = new Map();
  for (const thing of things) {
    if (!found.has(keyOf(thing))) found.set(keyOf(thing), []);
    found.get(keyOf(thing)).push(thing);
  }
  return found;
}

/** How many cities the list is about. */
export function counted(n, all, typed, words) {
  if (typed) return fill(words.found, { n, all });
  return n ? fill(n === all ? words.allInView : words.inView, { n, all }) : words.nobody;
}

/** The cities of the list in groups ({css, symbol, title, own, few}), by the reader's order and filter. */
export function listed(all, data, sees, { text = "", sort = "best" } = {}, language = "en") {
  const { words, bands, marks } = data;
  const typed = plain(text.trim());
  const kept = typed ? all.filter((s) => plain(`${s.name} ${s.country}`).includes(typed)) : all.filter(sees);
  const found = [];
  const put = (css, sign, title, own, few = false) => own.length && found.push({ css, symbol: sign, title, own, few });
  const by = (name) => kept.toSorted((a, b) => a[name].localeCompare(b[name], language));
  if (sort === "name") put("mk", null, words.byName, by("name"));
  else if (sort === "country")
    for (const [country, own] of grouped(by("country"), (s) => s.country)) put("mk", null, country, own);
  else {
    const best = (state) => kept.filter((s) => s.state === state).sort((a, b) => a.order - b.order);
    const held = best("held");
    if (!bands[4]) put("mk", "nt", words.values, held);
    for (const band of [4, 3, 2, 1]) {
      const own = held.filter((s) => s.band === band);
      if (own.length) put(`b${band}`, String(band), fill(words.band, { band, words: bands[band] }), own);
    }
    put("mp-old", null, words.older, best("older"));
    const without = grouped(
      kept.filter((s) => !s.valued),
      (s) => s.status || "not_held",
    );
    for (const [status, own] of [...without].sort(([a], [b]) => (a === "not_held") - (b === "not_held"))) {
      const [sign, said] = marks[status];
      put("mk", sign, said[0].toUpperCase() + said.slice(1), own, true);
    }
  }
  if (typed) return found;
  const away = all.filter((s) => s.x !== null && !sees(s));
  if (kept.length)
    put(
      "mk",
      null,
      words.elsewhere,
      away.sort((a, b) => b.held - a.held),
      true,
    );
  put(
    "mk",
    null,
    words.nowhere,
    all.filter((s) => s.x === null),
  );
  return found;
}

/** Groups of the list as markup. */
export function list(found, data, selected) {
  const button = (s) => {
    const current = s.i === selected ? ' aria-current="true"' : "";
    return `<button type="button" data-key="city" data-i="${s.i}"${current}>${clean(s.name)}</button>`;
  };
  const value = (s) => {
    const href = s.value && link(s, "source", data);
    return href ? `<a href="${clean(href)}" data-source>${clean(s.value)}</a>` : clean(s.value || "–");
  };
  const row = (s) => {
    const name = `<th scope="row">${button(s)}${s.ring ? `<i>${data.words.report}</i>` : ""}</th>`;
    return `<tr${s.marked ? ' class="mp-own"' : ""}>${name}<td class="r">${value(s)}</td><td>${s.year || ""}</td></tr>`;
  };
  return found
    .map(({ css, symbol: sign, title, own, few }) => {
      const most = few ? MOST_NAMED : MOST_LISTED;
      const shown = own.slice(0, most);
      const inside = few
        ? `<ul class="mp-few">${shown.map((s) => `<li>${button(s)}</li>`).join("")}</ul>`
        : `<table><tbody>${shown.map(row).join("")}</tbody></table>`;
      const more = own.length > most ? `<p>${fill(data.words.more, { n: own.length - most })}</p>` : "";
      const head = `<h3>${sign ? glyph(sign, css) : ""}<span>${clean(title)}</span><b>${own.length}</b></h3>`;
      return `<section class="mp-group${css === "mp-old" ? " mp-old" : ""}">${head}${inside}${more}</section>`;
    })
    .join("");
}
