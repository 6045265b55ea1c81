/* Dash starts when the charts of the document stand, so that it never delays them. It asks for its
   layout, its callbacks and the page: the document has brought all three (components/first_page.py).
   Later pages are asked for at the click and put in place as they come (atlas.ahead): the last one wanted
   wins. They are nothing but fragments, so Dash need not hear of them. A page that does not come is left to
   the browser: its document brings it, or says what is wrong. */
(function () {
  "use strict";
  const PAGE = "_dash-update-component";
  const PLACE = "_pages_content"; // Dash's names of the page and of what belongs to it
  const STORE = "_pages_store";
  const LONGEST = 5000; // ms that a pressed pointer may keep Dash from taking over what it holds
  const LATEST = 10000; // ms after its scripts, when Dash has not started
  const HIDDEN = 500; // ms: a page nobody looks at is not painted
  const network = window.fetch;
  const after = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const ready = (answer) =>
    Promise.resolve(new Response(JSON.stringify(answer), { headers: { "Content-Type": "application/json" } }));
  let brought = {}; // answers by name
  let router = null; // how Dash asks for a page: address, options
  let stands = null; // question of the page that the reader has
  let newest = 0; // pages asked for so far

  const same = (question, address) => question.inputs.every(({ property, value }) => address[property] === value);

  function answer(url, options) {
    const name = String(url).slice(brought.prefix.length).split("?")[0];
    if (name === PAGE) {
      if (router) return Promise.resolve(new Response(null, { status: 204 })); // has been seen to (ahead)
      router = { url, options };
      stands = JSON.parse(options.body);
      return first();
    }
    if (!(name in brought)) return null;
    const found = ready(brought[name]);
    delete brought[name];
    return found;
  }

  /* The document's own page, whatever the reader has written into the address since. A slider that is
     being drawn or a list that is open is not taken from the reader's hand. */
  async function first() {
    await Promise.race([free(), after(LONGEST)]);
    return ready(brought[PAGE]);
  }
  let pressed = false;
  for (const type of ["pointerdown", "pointerup", "pointercancel", "pointermove"]) {
    addEventListener(type, ({ buttons }) => (pressed = type !== "pointercancel" && buttons > 0), { capture: true, passive: true });
  }
  async function free() {
    while (pressed) await after(50);
  }

  /* Ask for the page of an address and put it in place. Null where it stands; else kept when it is there,
     or when it has come in vain. */
  function ahead(address) {
    newest += 1; // one that is on its way is wanted no longer
    if (same(stands, address)) return null;
    return page({ ...stands, inputs: stands.inputs.map((input) => ({ ...input, value: address[input.property] })) });
  }

  async function page(question) {
    const mine = newest;
    const options = { ...router.options, body: JSON.stringify(question) };
    const given = await network(router.url, options).then((answer) => answer.json()).catch(() => null);
    if (mine !== newest) return;
    const { [PLACE]: place, [STORE]: store } = given?.response || {};
    if (!place || !window.atlas.place(place.children)) return location.reload();
    stands = question;
    document.title = store.data.title;
    await Promise.race([painted(), after(HIDDEN)]);
  }

  /* Scripts with an address are fetched side by side and run in order; one with a text runs at once, so
     it waits for those before it. */
  async function run() {
    const loads = [];
    for (const { textContent, src, id, type } of document.getElementById("dash").content.querySelectorAll("script")) {
      const script = Object.assign(document.createElement("script"), { id, type, async: false });
      if (src) {
        script.src = src;
        loads.push(new Promise((...settle) => ([script.onload, script.onerror] = settle)));
      } else {
        await Promise.all(loads);
        script.textContent = textContent;
      }
      document.body.append(script);
    }
  }

  /* Kept when Dash has made its first page; broken when a script of it has not come, or in vain. */
  const started = new Promise((resolve, reject) => {
    document.addEventListener("atlas:started", resolve);
    document.addEventListener("DOMContentLoaded", () => start().catch(reject));
  });
  started.catch(() => {}); // whoever waits for it hears of it

  async function start() {
    await window.atlas.charts;
    brought = JSON.parse(document.getElementById("atlas-first").textContent);
    window.fetch = (url, options) => answer(url, options) || network.call(window, url, options);
    await run();
    await after(LATEST);
    throw new Error("Dash has not started");
  }
  window.atlas = Object.assign(window.atlas || {}, { ahead, started });
})();
