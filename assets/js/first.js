/* Dash asks for its layout, its callbacks and the page one after the other, each when its scripts have
   run. The document brings the first two (components/index_page.py), and the page is asked for here, at
   once. A question that differs by a letter goes to the network, as does every later one. */
(function () {
  "use strict";
  const network = window.fetch;
  const brought = JSON.parse(document.getElementById("atlas-first").textContent);
  const json = { Accept: "application/json", "Content-Type": "application/json" };
  const page = "_dash-update-component";
  const answers = new Map(
    Object.entries(brought).map(([name, value]) => [
      name,
      () => Promise.resolve(new Response(JSON.stringify(value), { headers: json })),
    ])
  );

  /* The question for the page of this address, letter by letter as Dash's renderer puts it. */
  function question(callback) {
    const changed = callback.inputs.map(({ id, property }) => id + "." + property);
    const outputs = callback.output.slice(2, -2).split("...").map((name) => {
      const [id, property] = name.split(".");
      return { id, property };
    });
    const inputs = callback.inputs.map((input) => ({ ...input, value: location[input.property] }));
    return JSON.stringify({
      output: callback.output, outputs, inputs, changedPropIds: changed, parsedChangedPropsIds: changed,
    });
  }

  const router = brought["_dash-dependencies"].find(({ inputs }) => inputs.some(({ property }) => property === "pathname"));
  const body = question(router);
  const asked = network(brought.prefix + page, { method: "POST", credentials: "same-origin", headers: json, body });
  asked.catch(() => {}); // Dash hears of it when it asks
  answers.set(page, (options) => options.body === body && asked);

  window.fetch = function (url, options) {
    const name = String(url).slice(brought.prefix.length).split("?")[0];
    const answer = answers.get(name)?.(options);
    answers.delete(name);
    return answer || network.call(window, url, options);
  };
})();
