/* The U4SSC wheel: hover words, one roving tab stop, arrow keys, drill into the table.
   Works by delegation, so a wheel that is drawn again needs no set-up. A drill dispatches
   CustomEvent("atlas:filter", {detail: {level, key}}) on document. */
(function () {
  "use strict";
  var RINGS = ["dimension", "category", "point"];

  function sector(target) {
    return target && target.closest ? target.closest("[data-wheel] [data-key]") : null;
  }
  function ring(wheel, level) {
    return Array.prototype.slice.call(wheel.querySelectorAll('[data-level="' + level + '"]'));
  }
  function box(element) { return element.closest(".wheelbox"); }

  function tip(element, event) {
    var host = box(element);
    if (!host) return;
    var node = host.querySelector(".wheel-tip");
    if (!node) {
      node = document.createElement("div");
      node.className = "wheel-tip";
      node.setAttribute("aria-hidden", "true");
      host.appendChild(node);
    }
    var label = element.getAttribute("aria-label");
    var cut = label.indexOf(": ", element.dataset.level === "point" ? label.lastIndexOf(":") : 0);
    node.textContent = "";
    var name = document.createElement("b");
    name.textContent = cut < 0 ? label : label.slice(0, cut);
    node.append(name, cut < 0 ? "" : label.slice(cut + 2));
    node.hidden = false;
    var frame = host.getBoundingClientRect();
    var at = element.getBoundingClientRect();
    var x = (event ? event.clientX : at.left + at.width / 2) - frame.left;
    var y = (event ? event.clientY : at.top + at.height / 2) - frame.top;
    var left = Math.min(Math.max(0, x + 14), frame.width - node.offsetWidth);
    var above = y - node.offsetHeight - 12;
    node.style.left = left + "px";
    node.style.top = (above < 0 ? y + 18 : above) + "px";
  }
  function untip(element) {
    var node = box(element) && box(element).querySelector(".wheel-tip");
    if (node) node.hidden = true;
    outline(element, "");
  }
  /* An outline above all sectors: neighbours drawn later would cover a stroke of the sector's own.
     The sectors themselves stay in order, which the arrow keys go by. */
  function outline(element, css) {
    var wheel = element.closest("[data-wheel]");
    var node = wheel.querySelector(".wheel-outline");
    if (!node) {
      if (!css) return;
      node = document.createElementNS("http://www.w3.org/2000/svg", "path");
      node.setAttribute("aria-hidden", "true");
      wheel.appendChild(node);
    }
    node.setAttribute("d", css ? element.getAttribute("d") : "");
    node.setAttribute("class", "wheel-outline " + css);
  }
  function read(element) {
    var line = box(element) && box(element).querySelector("[data-readout]");
    if (line) line.textContent = element.getAttribute("aria-label");
  }
  function drill(element) {
    document.dispatchEvent(new CustomEvent("atlas:filter", {
      detail: { level: element.dataset.level, key: element.dataset.key }
    }));
  }
  function step(element, key) {
    var wheel = element.closest("[data-wheel]");
    var level = RINGS.indexOf(element.dataset.level);
    var here = ring(wheel, element.dataset.level);
    var at = here.indexOf(element);
    switch (key) {
      case "ArrowRight": return here[(at + 1) % here.length];
      case "ArrowLeft": return here[(at + here.length - 1) % here.length];
      case "Home": return here[0];
      case "End": return here[here.length - 1];
      case "ArrowUp": // outwards: the first child
        return level < 2 && ring(wheel, RINGS[level + 1]).find(function (other) {
          return other.dataset.parent === element.dataset.key;
        });
      case "ArrowDown": // inwards: the parent
        return level > 0 && ring(wheel, RINGS[level - 1]).find(function (other) {
          return other.dataset.key === element.dataset.parent;
        });
    }
    return null;
  }

  document.addEventListener("pointermove", function (event) {
    var element = sector(event.target);
    if (!element || event.pointerType === "touch") return;
    tip(element, event);
    outline(element, "hover");
  });
  document.addEventListener("pointerout", function (event) {
    var element = sector(event.target);
    if (element) untip(element);
  });
  document.addEventListener("focusin", function (event) {
    var element = sector(event.target);
    if (!element) return;
    element.closest("[data-wheel]").querySelectorAll('[tabindex="0"]').forEach(function (other) {
      other.setAttribute("tabindex", "-1");
    });
    element.setAttribute("tabindex", "0");
    read(element);
    if (!element.matches(":focus-visible")) return;
    tip(element);
    outline(element, "focus");
  });
  document.addEventListener("focusout", function (event) {
    var element = sector(event.target);
    if (element) untip(element);
  });
  document.addEventListener("click", function (event) {
    var element = sector(event.target);
    if (element) drill(element);
  });
  document.addEventListener("keydown", function (event) {
    var element = sector(event.target);
    if (!element || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      drill(element);
    } else if (event.key === "Escape") {
      untip(element);
    } else {
      var next = step(element, event.key);
      if (next === null) return;
      event.preventDefault();
      if (next) next.focus();
    }
  });
})();
