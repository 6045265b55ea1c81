/* Server-made markup (tables, SVG) inside the Dash tree.
   Dash has no SVG elements, so components/fragment.py sends escaped-by-template HTML as the text of an
   element marked data-fragment, and this puts it in place. A MutationObserver runs before the next paint.
   data-fragment-href names markup that is fetched meanwhile and put in place once the charts are drawn.
   A document comes with its page in #first: when Dash has started and makes the same page, data-adopt
   says which numbered part of it belongs where, and it is moved there as it stands. */
(function () {
  "use strict";
  const WAIT = 1500; // ms after which a page without charts gets its late markup all the same

  const say = () => document.dispatchEvent(new CustomEvent("atlas:rendered"));
  const idle = () =>
    new Promise((resolve) => (window.requestIdleCallback || setTimeout)(resolve, { timeout: WAIT }));

  const first = document.getElementById("first");
  const filled = new WeakMap(); // element -> its text, as it came
  const asked = new WeakMap(); // element -> address that was fetched into it

  function adopt(node) {
    const part = first.querySelector(`[data-part="${node.dataset.adopt}"]`);
    const held = part.contains(document.activeElement) && document.activeElement;
    node.replaceChildren(...part.childNodes);
    if (held) held.focus({ preventScroll: true });
  }

  function fill(node) {
    if (node.hasAttribute("data-adopt") && first.isConnected) return adopt(node);
    const text = node.hasAttribute("data-fragment") && node.textContent;
    if (text && text !== filled.get(node)) {
      filled.set(node, text);
      node.innerHTML = text;
    }
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
    say();
  }

  const ANY = "[data-adopt], [data-fragment], [data-fragment-href]";
  function all(node) {
    if (node.nodeType !== 1) return [];
    const inside = [...node.querySelectorAll(ANY)];
    return node.matches(ANY) ? [node, ...inside] : inside;
  }

  /* Dash has given an element other markup. */
  const isText = ({ target, addedNodes }) =>
    target.hasAttribute("data-fragment") && target.childNodes.length === 1 && addedNodes[0]?.nodeType === 3;

  new MutationObserver((records) => {
    const nodes = new Set();
    let page = false; // whether Dash has made a page
    for (const record of records) {
      page ||= record.target.id === "_pages_content";
      if (record.type === "attributes" || isText(record)) nodes.add(record.target);
      else record.addedNodes.forEach((added) => all(added).forEach((node) => nodes.add(node)));
    }
    nodes.forEach(fill);
    if (page && first.isConnected) {
      first.remove();
      document.dispatchEvent(new CustomEvent("atlas:started"));
    }
    if (nodes.size || page) say();
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-fragment-href"],
  });
  first.querySelectorAll("[data-fragment-href]").forEach(fill);
  queueMicrotask(say); // when the other scripts of the bundle have run
})();
