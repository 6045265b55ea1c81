/* "Find a city": a combobox after the WAI-ARIA pattern. "/" puts the focus there, arrows move, Enter opens.
   The list of a data set is asked for once, when the box is first used. */
(function () {
  "use strict";
  const LIMIT = 8;
  const lists = new Map();
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ø/gi, "o").replace(/æ/gi, "ae").replace(/ł/gi, "l").toLowerCase();

  function load(box) {
    const url = box.dataset.citySearch;
    if (!lists.has(url)) {
      lists.set(
        url,
        fetch(url).then((answer) => {
          if (!answer.ok) throw new Error(String(answer.status));
          return answer.json();
        })
      );
      lists.get(url).catch(() => lists.delete(url)); // the next key tries again
    }
    return lists.get(url);
  }

  function matches(cities, text) {
    const wanted = plain(text.trim());
    const rank = (city) => {
      const name = plain(city.name);
      if (name.startsWith(wanted)) return 0;
      if (name.includes(wanted)) return 1;
      return plain(city.country).startsWith(wanted) ? 2 : 3;
    };
    return cities
      .map((city) => [rank(city), city])
      .filter(([place]) => place < 3)
      .sort((a, b) => a[0] - b[0] || b[1].held - a[1].held)
      .slice(0, LIMIT)
      .map(([, city]) => city);
  }

  function option(city, index) {
    const item = document.createElement("li");
    item.id = "city-option-" + index;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.href = city.href;
    const name = document.createElement("b");
    name.textContent = city.name;
    const detail = document.createElement("span");
    detail.textContent = city.detail;
    item.append(name, detail);
    return item;
  }

  function close(box) {
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    const list = document.getElementById(box.getAttribute("aria-controls"));
    if (list) list.hidden = true;
  }

  async function show(box) {
    const list = document.getElementById(box.getAttribute("aria-controls"));
    if (!list) return;
    let found;
    try {
      found = matches(await load(box), box.value);
    } catch {
      found = null;
    }
    if (document.activeElement !== box) return;
    if (found && found.length) {
      list.replaceChildren(...found.map(option));
    } else {
      const empty = document.createElement("li");
      empty.className = "none";
      empty.textContent = found ? list.dataset.empty : list.dataset.failed;
      list.replaceChildren(empty);
    }
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    box.removeAttribute("aria-activedescendant");
  }

  function move(box, step) {
    const options = [...document.querySelectorAll("#" + box.getAttribute("aria-controls") + " [role=option]")];
    if (!options.length) return;
    const now = options.findIndex((item) => item.getAttribute("aria-selected") === "true");
    const next = now < 0 ? (step > 0 ? 0 : options.length - 1) : (now + step + options.length) % options.length;
    options.forEach((item, index) => item.setAttribute("aria-selected", String(index === next)));
    box.setAttribute("aria-activedescendant", options[next].id);
    options[next].scrollIntoView({ block: "nearest" });
  }

  function open(box, item) {
    if (!item) return;
    box.value = "";
    close(box);
    box.blur();
    window.atlas.go(item.dataset.href);
  }

  const boxOf = (event) => event.target.closest?.("[data-city-search]");

  document.addEventListener("input", (event) => boxOf(event) && show(boxOf(event)));
  document.addEventListener("focusin", (event) => boxOf(event) && show(boxOf(event)));
  document.addEventListener("focusout", (event) => boxOf(event) && close(boxOf(event)));
  document.addEventListener("mousedown", (event) => {
    const item = event.target.closest(".hits [role=option]");
    if (!item) return;
    event.preventDefault(); // keeps the focus, so that the list does not close before the click counts
    const list = item.closest("ul");
    open(document.querySelector('[aria-controls="' + list.id + '"]'), item);
  });
  document.addEventListener("keydown", (event) => {
    const box = boxOf(event);
    if (box) {
      const list = document.getElementById(box.getAttribute("aria-controls"));
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) show(box);
        else move(box, event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter") {
        event.preventDefault();
        open(box, list.querySelector("[aria-selected=true]") || list.querySelector("[role=option]"));
      } else if (event.key === "Escape") {
        if (!list.hidden) event.stopPropagation();
        close(box);
      }
      return;
    }
    const typing = event.target.closest?.("input, textarea, select, [contenteditable=true]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const target = [...document.querySelectorAll("[data-city-search]")].find((item) => item.checkVisibility());
      const menu = document.querySelector("[data-opens=find]");
      if (target || menu) {
        event.preventDefault();
        if (target) target.focus();
        else menu.click();
      }
    }
  });
})();
