/* The peer panel: stays open and keeps the focus while its group changes, because every change is a
   new address and the panel is drawn afresh; weights and the group's name go into the address. */
(function () {
  "use strict";
  let open = false;
  let focus = "";
  let city = "";

  const panel = () => document.getElementById("peers");

  function remember(element) {
    focus = element.dataset.focus;
    city = focus.includes(":") ? focus.split(":")[1] : "";
  }

  function set(name, value) {
    const url = new URL(location.href);
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
    window.atlas.go(url.href);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest('[data-discloses][aria-controls="peers"]');
    /* nav.js opens and closes it; what it left is known after this turn. */
    if (button) setTimeout(() => { open = button.getAttribute("aria-expanded") === "true"; });
    const link = event.target.closest("#peers [data-focus]");
    if (link) remember(link);
  });

  document.addEventListener("change", (event) => {
    const control = event.target.closest("#peers [data-mix], #peers [data-text-param]");
    if (!control) return;
    remember(control);
    if (control.dataset.textParam) return set(control.dataset.textParam, control.value.trim());
    const weights = [...panel().querySelectorAll("[data-mix]")].filter((one) => one.value !== "1");
    return set("mix", weights.map((one) => one.dataset.mix + ":" + one.value).join(","));
  });

  document.addEventListener("atlas:rendered", () => {
    const node = panel();
    if (!node || !open || !node.hidden) return;
    node.hidden = false;
    const button = document.querySelector('[data-discloses][aria-controls="peers"]');
    if (button) button.setAttribute("aria-expanded", "true");
    if (!focus || (document.activeElement && document.activeElement !== document.body)) return;
    const again = node.querySelector('[data-focus="' + CSS.escape(focus) + '"]')
      || (city && node.querySelector('[data-city="' + CSS.escape(city) + '"] [data-focus], a[data-city="' + CSS.escape(city) + '"]'))
      || document.getElementById("peers-title");
    again.focus({ preventScroll: true });
    focus = "";
  });
})();
