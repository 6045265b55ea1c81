/* Links and selects inside fragments change the address the way dcc.Link does; Dash then asks for the
   new page. A new page starts at its top with the focus on its heading; a new view of the same page
   stays where the reader is. */
(function () {
  "use strict";
  let path = location.pathname;
  let left = null; // what had the focus when the reader asked for another view

  /* How to find it on the page that comes. */
  function named(element) {
    const name = ["id", "data-param", "aria-controls", "href"].find((each) => element.getAttribute(each));
    return name && `main [${name}="${CSS.escape(element.getAttribute(name))}"]`;
  }

  function go(href) {
    const url = new URL(href, location.href);
    if (document.getElementById("first")) { // Dash has not started yet
      document.documentElement.dataset.loading = "true";
      window.atlas.started.then(() => go(href), () => location.assign(url));
      return;
    }
    window.atlas.ahead(url);
    left = named(document.activeElement);
    history.pushState({}, "", url);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    document.documentElement.dataset.loading = "true";
  }

  function plainLeftClick(event) {
    return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || !plainLeftClick(event)) return;
    const url = new URL(link.href, location.href);
    const elsewhere = url.origin !== location.origin || link.target || link.hasAttribute("download");
    if (elsewhere || link.hasAttribute("data-plain")) return;
    if (url.pathname === location.pathname && url.search === location.search && url.hash) {
      const target = document.querySelector(url.hash);
      if (!target) return;
      event.preventDefault();
      target.focus({ preventScroll: true });
      target.scrollIntoView();
      return;
    }
    event.preventDefault();
    go(url.href);
  });

  document.addEventListener("change", (event) => {
    const control = event.target.closest("select[data-param]");
    if (!control) return;
    const url = new URL(location.href);
    if (control.value) url.searchParams.set(control.dataset.param, control.value);
    else url.searchParams.delete(control.dataset.param);
    go(url.href);
  });

  /* On a phone the pages and the search open under the header: .top[data-menu], .top[data-find]. */
  function fold(top, kept) {
    top.querySelectorAll("[data-opens]").forEach((button) => {
      const open = button === kept && button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(open));
      top.toggleAttribute("data-" + button.dataset.opens, open);
      if (open && button.dataset.opens === "find") top.querySelector("[data-city-search]").focus();
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-opens]");
    const top = document.querySelector(".top");
    if (top && (button || !event.target.closest(".top"))) fold(top, button);
  });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("[data-opens][aria-expanded=true]");
    if (open) {
      fold(open.closest(".top"), null);
      open.focus();
    }
  });

  document.addEventListener("atlas:rendered", () => {
    delete document.documentElement.dataset.loading;
    const top = document.querySelector(".top");
    if (top) fold(top, null);
    if (path === location.pathname) {
      if (left && document.activeElement === document.body) document.querySelector(left)?.focus({ preventScroll: true });
      return;
    }
    path = location.pathname;
    scrollTo({ top: 0, behavior: "instant" });
    const heading = document.querySelector("main h1");
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  });

  /* The table tells what it shows; the address keeps it, so that a copied link opens the same. */
  document.addEventListener("atlas:table", (event) => {
    const url = new URL(location.href);
    const { key, point } = event.detail;
    for (const [name, value] of [["point", point], ["category", key === point ? "" : key]]) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, "", url);
  });

  /* A button that shows and hides the part of the page it controls. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-discloses]");
    if (!button) return;
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    document.getElementById(button.getAttribute("aria-controls")).hidden = !open;
  });

  /* A notice that has been read. */
  document.addEventListener("click", (event) => {
    event.target.closest("[data-dismiss]")?.closest(".notice").remove();
  });

  window.atlas = Object.assign(window.atlas || {}, { go });
})();
