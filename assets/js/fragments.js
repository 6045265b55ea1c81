/* Server-made markup (tables, SVG) inside the Dash tree.
   Dash has no SVG elements, so components/fragment.py sends escaped-by-template HTML in the attribute
   data-fragment and this puts it in place. A MutationObserver runs before the next paint. */
(function () {
  "use strict";

  function fill(node) {
    node.innerHTML = node.getAttribute("data-fragment");
  }

  function all(node) {
    if (node.nodeType !== 1) return [];
    const inside = [...node.querySelectorAll("[data-fragment]")];
    return node.hasAttribute("data-fragment") ? [node, ...inside] : inside;
  }

  new MutationObserver((records) => {
    const nodes = new Set();
    for (const record of records) {
      if (record.type === "attributes") nodes.add(record.target);
      else record.addedNodes.forEach((added) => all(added).forEach((node) => nodes.add(node)));
    }
    if (!nodes.size) return;
    nodes.forEach(fill);
    document.dispatchEvent(new CustomEvent("atlas:rendered"));
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-fragment"],
  });
})();
