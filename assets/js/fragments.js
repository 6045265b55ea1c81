/* Server-made markup (tables, SVG) inside the Dash tree.
   Dash has no SVG elements, so components/fragment.py sends escaped-by-template HTML in the attribute
   data-fragment and this puts it in place. A MutationObserver runs before the next paint.
   data-fragment-href names markup that is fetched meanwhile and put in place once the charts are drawn. */
(function () {
  "use strict";
  const WAIT = 1500; // ms after which a page without charts gets its late markup all the same

  const say = () => document.dispatchEvent(new CustomEvent("atlas:rendered"));
  const idle = () =>
    new Promise((resolve) => (window.requestIdleCallback || setTimeout)(resolve, { timeout: WAIT }));

  function fill(node) {
    if (node.hasAttribute("data-fragment")) node.innerHTML = node.getAttribute("data-fragment");
    if (node.hasAttribute("data-fragment-href")) fetchInto(node, node.getAttribute("data-fragment-href"));
  }

  async function fetchInto(node, href) {
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
    await idle();
    if (node.getAttribute("data-fragment-href") !== href) return; // another page came meanwhile
    if (markup === null) node.textContent = node.dataset.failed;
    else node.innerHTML = markup;
    node.removeAttribute("aria-busy");
    say();
  }

  const ANY = "[data-fragment], [data-fragment-href]";
  function all(node) {
    if (node.nodeType !== 1) return [];
    const inside = [...node.querySelectorAll(ANY)];
    return node.matches(ANY) ? [node, ...inside] : inside;
  }

  new MutationObserver((records) => {
    const nodes = new Set();
    for (const record of records) {
      if (record.type === "attributes") nodes.add(record.target);
      else record.addedNodes.forEach((added) => all(added).forEach((node) => nodes.add(node)));
    }
    if (!nodes.size) return;
    nodes.forEach(fill);
    say();
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-fragment", "data-fragment-href"],
  });
})();
