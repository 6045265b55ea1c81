/* Contents of a long page: an address with a #place opens there once the page is drawn, and the
   entry of the section being read is marked. */
(function () {
  "use strict";
  let reader = null;
  let placed = "";
  let going = null; // gone to again while parts come late, until the reader does something

  function place() {
    const here = location.hash && location.pathname + location.search + location.hash;
    if (placed === here) return;
    // An entry of the history the reader comes back to knows its place (nav.js).
    if (!here || history.state?.top !== undefined) return void (placed = here);
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    placed = here;
    going = target;
  }
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown", "popstate"]) {
    addEventListener(type, () => (going = null), { capture: true, passive: true });
  }

  function watch() {
    reader?.disconnect();
    const links = [...document.querySelectorAll(".contents > div a")];
    if (!links.length) return;
    const sections = links.map((link) => document.querySelector(link.hash));
    reader = new IntersectionObserver(
      () => {
        const passed = sections.filter((s) => s && s.getBoundingClientRect().top < innerHeight / 3);
        const current = passed.length - 1;
        links.forEach((link, i) => {
          if (i === current) link.setAttribute("aria-current", "true");
          else link.removeAttribute("aria-current");
        });
      },
      { rootMargin: "0px 0px -66% 0px" }
    );
    sections.forEach((section) => section && reader.observe(section));
  }

  document.addEventListener("atlas:rendered", () => {
    watch();
    place();
    if (going?.isConnected) requestAnimationFrame(() => going?.scrollIntoView({ behavior: "instant" }));
  });
})();
