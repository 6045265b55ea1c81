/* Server-made markup (tables, SVG) inside the Dash tree.
   Dash has no SVG elements, so components/fragment.py sends escaped-by-template HTML as the text of an
   element marked data-fragment, and this puts it in place.
   data-fragment-href names markup that is fetched meanwhile and put in place once the charts are drawn.
   A document comes with its page in #first: when Dash has started and makes the same page, data-adopt
   says which numbered part of it belongs where, and it is moved there as it stands: a MutationObserver
   runs before the next paint.
   Later pages are nothing but fragments and are put in place without Dash (place), as are parts (renew).
   Says "atlas:rendered" with detail.page: whether it is another page, or a part came late. */
(function () {
  "use strict";
  const FRAGMENT = "data-fragment";
  const WAIT = 1500; // ms after which a page without charts gets its late markup all the same

  const say = (page) => document.dispatchEvent(new CustomEvent("atlas:rendered", { detail: { page } }));
  const idle = () =>
    new Promise((resolve) => (window.requestIdleCallback || setTimeout)(resolve, { timeout: WAIT }));

  const first = document.getElementById("first");
  const asked = new WeakMap(); // element -> address that was fetched into it

  /* What the reader has scrolled within the page: moving an element puts it back to its start. */
  const scrolled = new Set();
  const note = ({ target }) => target !== document && scrolled.add(target);
  document.addEventListener("scroll", note, { capture: true, passive: true });

  function adopt(node) {
    const part = first.querySelector(`[data-part="${node.dataset.adopt}"]`);
    const held = part.contains(document.activeElement) && document.activeElement;
    node.replaceChildren(...part.childNodes);
    if (held) held.focus({ preventScroll: true });
  }

  function fill(node) {
    if (node.hasAttribute("data-adopt") && first.isConnected) return adopt(node);
    if (node.hasAttribute("data-fragment-href")) fetchInto(node, node.getAttribute("data-fragment-href"));
  }

  async function fetchInto(node, href) {
    if (asked.get(node) === href) return;
    asked.set(node, href);
    node.setAttribute("aria-busy", "true");
    node.textContent = node.dataset.waiting;
    let markup;
    try {
      const answer = await fetch(href, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      markup = await answer.text();
    } catch {
      markup = null;
    }
    await window.atlas.charts; // what is in view comes first
    await idle();
    if (node.getAttribute("data-fragment-href") !== href) return; // another page came meanwhile
    if (markup === null) node.textContent = node.dataset.failed;
    else node.innerHTML = markup;
    node.removeAttribute("aria-busy");
    say(false);
  }

  const ANY = "[data-adopt], [data-fragment-href]";
  function all(node) {
    if (node.nodeType !== 1) return [];
    const inside = [...node.querySelectorAll(ANY)];
    return node.matches(ANY) ? [node, ...inside] : inside;
  }

  const fillInside = (node) => node.querySelectorAll(ANY).forEach(fill);

  /* Dash writes its page into these; what a script adds to main is none. */
  const isPage = (record) => ["_pages_content", "page"].includes(record.target.id);

  /* A page that is nothing but fragments, put into the elements of one that is no more than that. Dash keeps
     what it knows of them: they are the same on every such page. False where this is none. */
  function place(content) {
    const parts = [content.props?.children].flat().map((part) => [document.getElementById(part?.props?.id), part?.props]);
    if (!parts.every(([node, props]) => node?.hasAttribute(FRAGMENT) && FRAGMENT in props)) return false;
    put(parts.map(([node, props]) => [node, props.children]), true);
    return true;
  }

  /* Parts of a page as their own elements, each put into the one with its name. */
  function renew(markup) {
    const { body } = new DOMParser().parseFromString(markup, "text/html");
    put([...body.children].map((part) => [document.getElementById(part.id), part.innerHTML]), false);
  }

  function put(parts, page) {
    // What holds the focus goes first: to let go of it the browser lays out what has been replaced by then.
    const held = ([node]) => node.contains(document.activeElement);
    for (const [node, markup] of parts.sort((a, b) => held(b) - held(a))) {
      node.innerHTML = markup;
      fillInside(node);
    }
    say(page);
    observer.takeRecords();
  }

  const observer = new MutationObserver((records) => {
    const nodes = new Set();
    let page = false;
    for (const record of records) {
      page ||= isPage(record);
      if (record.type === "attributes") nodes.add(record.target);
      else record.addedNodes.forEach((added) => all(added).forEach((node) => nodes.add(node)));
    }
    const places = [...scrolled].map((each) => [each, each.scrollLeft, each.scrollTop]);
    nodes.forEach((node) => {
      fill(node);
      fillInside(node);
    });
    if (first.isConnected && document.getElementById("_pages_content")?.hasChildNodes()) {
      first.remove();
      document.removeEventListener("scroll", note, { capture: true });
      scrolled.clear();
      for (const [each, left, top] of places) each.scrollTo({ left, top, behavior: "instant" });
      document.dispatchEvent(new CustomEvent("atlas:started"));
    }
    if (nodes.size || page) say(page);
    observer.takeRecords(); // of our own doing, thousands with every chart: nothing new to fill
  });
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-fragment-href"],
  });
  first.querySelectorAll("[data-fragment-href]").forEach(fill);
  window.atlas = Object.assign(window.atlas || {}, { place, renew });
  queueMicrotask(() => say(false)); // when the other scripts of the bundle have run
})();
