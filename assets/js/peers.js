/* The peer panel: asked for when it is opened (data-src), stays open and keeps the focus while its
   group changes, because every change is a new address and the page is drawn afresh; weights and the
   group's name go into the address. */
(function () {
  "use strict";
  let open = false;
  let focus = "";
  let last = ""; // the inside shown before, so that nothing jumps while the next one is on its way

  const panel = () => document.getElementById("peers");
  const button = () => document.querySelector('[data-discloses][aria-controls="peers"]');

  function say(node, words, role) {
    const line = document.createElement("p");
    line.className = "small";
    line.setAttribute("role", role);
    line.textContent = words;
    node.replaceChildren(line);
  }

  async function fill(node) {
    const src = node.dataset.src;
    if (node.dataset.shown === src) return;
    node.dataset.shown = src;
    node.setAttribute("aria-busy", "true");
    if (last) node.innerHTML = last;
    else say(node, node.dataset.loading, "status");
    try {
      const answer = await fetch(src);
      if (!answer.ok) throw new Error(answer.status);
      const inside = await answer.text();
      if (panel() !== node || node.dataset.src !== src) return;
      last = node.innerHTML = inside;
      node.removeAttribute("aria-busy");
      refocus(node);
    } catch {
      delete node.dataset.shown;
      node.removeAttribute("aria-busy");
      say(node, node.dataset.failed, "alert");
    }
  }

  function refocus(node) {
    if (!focus) return;
    const id = CSS.escape(focus.split(":")[1] || "");
    const again = node.querySelector('[data-focus="' + CSS.escape(focus) + '"]')
      || (id && node.querySelector('[data-city="' + id + '"] [data-focus], a[data-city="' + id + '"]'))
      || document.getElementById("peers-title");
    if (again) again.focus({ preventScroll: true });
    focus = "";
  }

  function set(name, value) {
    const url = new URL(location.href);
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
    url.hash = "";
    window.atlas.go(url.href);
  }

  document.addEventListener("click", (event) => {
    /* nav.js has shown or hidden it by now: its listener was there first. */
    if (event.target.closest('[data-discloses][aria-controls="peers"]')) {
      open = !panel().hidden;
      if (open) fill(panel());
    }
    const link = event.target.closest("#peers [data-focus]");
    if (link) focus = link.dataset.focus;
  });

  document.addEventListener("change", (event) => {
    const control = event.target.closest("#peers [data-mix], #peers [data-text-param]");
    if (!control) return;
    focus = control.dataset.focus;
    if (control.dataset.textParam) return set(control.dataset.textParam, control.value.trim());
    const weights = [...panel().querySelectorAll("[data-mix]")].filter((one) => one.value !== "1");
    return set("mix", weights.map((one) => one.dataset.mix + ":" + one.value).join(","));
  });

  document.addEventListener("atlas:rendered", () => {
    const node = panel();
    if (!node || !open) return;
    node.hidden = false;
    if (button()) button().setAttribute("aria-expanded", "true");
    fill(node);
  });
})();
