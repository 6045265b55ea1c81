/* The U4SSC wheel: words next to the pointer, one tab stop with arrow keys, an outline. A click or Enter is the
   part's own event (html_part.js). Works by delegation, so a wheel that is drawn again needs no set-up. */

const RINGS = ["dimension", "category", "point"];
const sectorOf = (event) => event.target.closest?.("[data-wheel] [data-key]");
const ring = (wheel, level) => [...wheel.querySelectorAll(`[data-level="${level}"]`)];

/** A sector's label in two: its name, and what is said of it. */
export function parts(label, level) {
  const cut = label.indexOf(": ", level === "point" ? label.lastIndexOf(":") : 0);
  return cut < 0 ? [label, ""] : [label.slice(0, cut), label.slice(cut + 2)];
}

function tip(sector, event) {
  const host = sector.closest(".wheelbox");
  const node = host.querySelector(".wheel-tip") || host.appendChild(document.createElement("div"));
  node.className = "wheel-tip";
  node.setAttribute("aria-hidden", "true");
  const [name, rest] = parts(sector.getAttribute("aria-label"), sector.dataset.level);
  node.replaceChildren(Object.assign(document.createElement("b"), { textContent: name }), rest);
  node.hidden = false;
  const frame = host.getBoundingClientRect();
  const at = sector.getBoundingClientRect();
  const x = (event ? event.clientX : at.left + at.width / 2) - frame.left;
  const y = (event ? event.clientY : at.top + at.height / 2) - frame.top;
  const above = y - node.offsetHeight - 12;
  node.style.left = `${Math.min(Math.max(0, x + 14), frame.width - node.offsetWidth)}px`;
  node.style.top = `${above < 0 ? y + 18 : above}px`;
}

/* An outline above all sectors: neighbours drawn later would cover a stroke of the sector's own. */
function outline(sector, css) {
  const wheel = sector.closest("[data-wheel]");
  let node = wheel.querySelector(".wheel-outline");
  if (!node) {
    if (!css) return;
    node = wheel.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
    node.setAttribute("aria-hidden", "true");
  }
  node.setAttribute("d", css ? sector.getAttribute("d") : "");
  node.setAttribute("class", `wheel-outline ${css}`);
}

function leave(sector) {
  const node = sector.closest(".wheelbox").querySelector(".wheel-tip");
  if (node) node.hidden = true;
  outline(sector, "");
}

/** Where an arrow key leads: along the ring, outwards to the first child, inwards to the parent. */
function next(sector, key) {
  const wheel = sector.closest("[data-wheel]");
  const level = RINGS.indexOf(sector.dataset.level);
  const here = ring(wheel, sector.dataset.level);
  const at = here.indexOf(sector);
  const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: here.length - 1 }[key];
  if (step !== undefined) return here.at(step % here.length);
  if (key === "ArrowUp") return ring(wheel, RINGS[level + 1]).find((one) => one.dataset.parent === sector.dataset.key);
  if (key === "ArrowDown")
    return ring(wheel, RINGS[level - 1]).find((one) => one.dataset.key === sector.dataset.parent);
  return undefined;
}

document.addEventListener("pointermove", (event) => {
  const sector = sectorOf(event);
  if (!sector || event.pointerType === "touch") return;
  tip(sector, event);
  outline(sector, "hover");
});
for (const type of ["pointerout", "focusout"]) {
  document.addEventListener(type, (event) => sectorOf(event) && leave(sectorOf(event)));
}
document.addEventListener("focusin", (event) => {
  const sector = sectorOf(event);
  if (!sector) return;
  for (const other of sector.closest("[data-wheel]").querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
  sector.tabIndex = 0;
  const line = sector.closest(".wheelbox").querySelector("[data-readout]");
  if (line) line.textContent = sector.getAttribute("aria-label");
  if (!sector.matches(":focus-visible")) return;
  tip(sector);
  outline(sector, "focus");
});
document.addEventListener("keydown", (event) => {
  const sector = sectorOf(event);
  if (!sector || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Escape") leave(sector);
  const to = next(sector, event.key);
  if (!to) return;
  event.preventDefault();
  to.focus();
});
