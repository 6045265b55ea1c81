/* Links and selects inside fragments change the address, and the new page is asked for at once
   (start_dash.js). A new page starts at its top, or at the #place of its address, with the focus there; a new
   view of the same page stays where the reader is; the way back leads to where the reader was. */
(function () {
  "use strict";
  const PATIENCE = 2000; // ms that a link waits for Dash to start
  const LAST = 1000; // ms after its answer in which a page has been drawn
  const began = location.pathname + location.search;
  let path = location.pathname;
  let stood = location.href; // address that the page on the screen came with
  let asked = 0; // pages so far
  let coming = ""; // the one that is marked as on its way
  let wanted = history.state?.top ?? null; // the place to go back to
  let soon = 0;
  let left = null; // what had the focus when the reader asked for another view

  /* Whether the address is that of the page on the screen; else it is of one that is on its way. */
  const stands = () => path === location.pathname;

  /* How to find it on the page that comes. */
  function named(element) {
    const name = ["id", "data-param", "aria-controls", "href"].find((each) => element.getAttribute(each));
    if (!name) return null;
    const part = element.closest("#shell-header") ? "#shell-header" : "main";
    const words = element.textContent; // some links lead to the same address
    const all = () => [...document.querySelectorAll(`${part} [${name}="${CSS.escape(element.getAttribute(name))}"]`)];
    return () => all().find(({ textContent }) => textContent === words) || all()[0];
  }

  function placeOf({ hash }) {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null; // %zz
    }
  }

  /* Before Dash has started the last link wins; where Dash is late the browser follows it. */
  let waiting = null;
  async function later(url) {
    const first = !waiting;
    waiting = url;
    document.documentElement.dataset.loading = "true";
    if (!first) return;
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    const started = await Promise.race([window.atlas.started, late]).then(
      () => !document.getElementById("first"),
      () => false,
    );
    [url, waiting] = [waiting, null];
    if (started) go(url);
    else location.assign(url);
  }

  function go(href) {
    const url = new URL(href, location.href);
    if (document.getElementById("first")) return later(url);
    keep();
    left = named(document.activeElement);
    wanted = null;
    const comes = ask(url);
    const other = url.pathname + url.search !== location.pathname + location.search;
    if (url.href !== location.href) history.pushState({}, "", url);
    if (comes || seen()) return;
    /* What a script has written into the address since is undone by the document; else the page begins
       anew. */
    if (other) location.reload();
    else arrive();
  }

  /* The page of this address stands already: whether a script has seen to what else is in the address. */
  const seen = () => !document.dispatchEvent(new CustomEvent("atlas:here", { cancelable: true }));

  /* The page of an address, null where it stands already; marks the page until it comes. */
  function ask(address) {
    const answer = window.atlas.ahead(address);
    if (!answer) {
      came();
      return null;
    }
    const mark = (coming = document.documentElement.dataset.loading = String(++asked));
    const done = () => setTimeout(() => mark === coming && delete document.documentElement.dataset.loading, LAST);
    answer.then(done);
    return answer;
  }

  function came() {
    coming = "";
    delete document.documentElement.dataset.loading;
  }

  /* Where the reader was stands in the entry of the history: the way back leads there. The browser would
     go there while the page that is left still stands, and smoothly. */
  history.scrollRestoration = "manual";
  function keep() {
    clearTimeout(soon);
    const moving = wanted !== null || document.documentElement.dataset.loading;
    if (moving || (location.hash && !placeOf(location))) return; // a #place may come late (contents.js)
    history.replaceState({ ...history.state, top: scrollY }, "");
  }
  addEventListener("scroll", () => {
    clearTimeout(soon);
    soon = setTimeout(keep, 100);
  }, { passive: true });

  addEventListener("popstate", () => {
    clearTimeout(soon);
    left = named(document.activeElement);
    if (document.getElementById("first")) {
      if (began !== location.pathname + location.search) location.reload(); // Dash does not hear of it yet
      else back();
      return;
    }
    const comes = ask(location);
    wanted = history.state?.top ?? (comes ? 0 : null); // a #place that was typed knows none
    if (comes) return;
    seen();
    back();
  });

  /* Parts that come late make a page longer: until the reader does something it is gone on to the place. */
  function back() {
    if (wanted === null) return;
    scrollTo({ top: wanted, behavior: "instant" });
    if (scrollY >= wanted - 1) wanted = null;
  }
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(type, () => (wanted = null), { capture: true, passive: true });
  }

  function arrive() {
    scrollTo({ top: 0, behavior: "instant" });
    const target = (location.hash && placeOf(location)) || document.querySelector("main h1");
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
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
      const target = placeOf(url);
      if (!target) return;
      event.preventDefault();
      if (url.hash !== location.hash) {
        keep();
        history.pushState({}, "", url);
      }
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
    const url = new URL(stands() ? location.href : stood);
    if (control.value) url.searchParams.set(control.dataset.param, control.value);
    else url.searchParams.delete(control.dataset.param);
    url.hash = "";
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

  /* Before the charts are drawn: which are in view depends on the place, and drawn ones would have to be laid
     out to go there. */
  document.addEventListener("atlas:rendered", ({ detail: { page } }) => {
    if (!page) return back();
    came();
    stood = location.href;
    const top = document.querySelector(".top");
    if (top) fold(top, null);
    if (path !== location.pathname) {
      path = location.pathname;
      arrive();
    } else if (left && document.activeElement === document.body) {
      left()?.focus({ preventScroll: true });
    }
    back();
  }, { capture: true });

  /* The table tells what it shows; the address keeps it, so that a copied link opens the same. */
  document.addEventListener("atlas:table", (event) => {
    if (!stands()) return;
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

  window.atlas = Object.assign(window.atlas || {}, { go, stands });
  back(); // after a reload
})();
