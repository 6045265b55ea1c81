/* Dash starts when the charts of the document stand, so that it never delays them. It asks for its
   layout, its callbacks and the page: the document has brought all three (components/first_page.py).
   Later pages are asked for at the click, before Dash has looked at the new address (atlas.ahead), and put
   in place as they come (atlas.place) where Dash need not look into them. A page that does not come is left
   to the browser: its document brings it, or says what is wrong. */
(function () {
  "use strict";
  const PAGE = "_dash-update-component";
  const LONGEST = 5000; // ms that a pressed pointer may keep Dash from taking over what it holds
  const LATEST = 10000; // ms after its scripts, when Dash has not started
  const HIDDEN = 500; // ms: a page nobody looks at is not painted
  const TAKEN = 400; // ms in which Dash asks for a page that is here
  const network = window.fetch;
  const after = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const ready = (answer) =>
    Promise.resolve(new Response(JSON.stringify(answer), { headers: { "Content-Type": "application/json" } }));
  let brought = {}; // answers by name
  let router = null; // how Dash asks for a page: address, options, question
  let coming = null; // the page asked for already: address, answer
  let newest = 0; // pages asked for so far
  const taken = new WeakSet(); // answers that Dash has
  let stands = null; // question of the page that the reader has

  const same = (question, address) => question.inputs.every(({ property, value }) => address[property] === value);

  function answer(url, options) {
    const name = String(url).slice(brought.prefix.length).split("?")[0];
    if (name === PAGE) {
      const question = JSON.parse(options.body);
      if (question.output !== brought.router) return other(url, options);
      const asked = router ? coming && same(question, coming.address) && coming.answer : first();
      stands = stands || question;
      router = { url, options, question };
      coming = null;
      return (asked || page(question)).then((given) => {
        taken.add(given);
        return given;
      });
    }
    if (!(name in brought)) return null;
    const found = ready(brought[name]);
    delete brought[name];
    return found;
  }

  /* Any other question; the page that asked it hears when nothing comes of it. */
  async function other(url, options) {
    const given = await network(url, options).catch(() => Response.error());
    if (!given.ok) document.dispatchEvent(new Event("atlas:failed"));
    return given;
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

  /* The page of a question, for Dash: its title alone where the page is in place already, or another one is
     wanted meanwhile. Dash's own way from answer to page takes longer than the page's charts to draw. */
  async function page(question) {
    const mine = ++newest;
    let answer;
    try {
      const given = await network(router.url, { ...router.options, body: JSON.stringify(question) });
      answer = await given.json();
    } catch {
      return instead(question);
    }
    const { id, property } = question.outputs[0];
    const content = answer.response?.[id]?.[property];
    if (!content) return instead(question);
    const wanted = mine === newest;
    const placed = wanted && window.atlas.place(content);
    if (wanted) stands = question;
    if (placed || !wanted) delete answer.response[id];
    if (placed) await Promise.race([painted(), after(HIDDEN)]);
    const made = await ready(answer);
    if (wanted && !placed) after(TAKEN).then(() => mine === newest && !taken.has(made) && give(answer));
    return made;
  }

  /* Dash was late: it asked for this page when the reader wanted another, and will not ask again. */
  function give({ response }) {
    for (const [id, props] of Object.entries(response)) window.dash_clientside.set_props(id, props);
  }

  function instead(question) {
    if (same(question, location)) location.reload();
    return new Promise(() => {}); // another page comes, of which Dash need not hear
  }

  /* Ask for the page of an address. Null where it stands; else kept when the page is here. */
  function ahead(address) {
    if (same(stands, address)) {
      newest += 1; // one that is on its way is wanted no longer
      return null;
    }
    const inputs = stands.inputs.map((input) => ({ ...input, value: address[input.property] }));
    coming = { address, answer: page({ ...stands, inputs }) };
    return coming.answer;
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
