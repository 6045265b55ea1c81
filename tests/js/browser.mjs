// As much of a browser as our modules ask for when they are loaded.
const nothing = () => {};
globalThis.document = { addEventListener: nothing, documentElement: { dataset: {}, lang: "en" } };
globalThis.window = { dash_clientside: { no_update: Symbol("no_update") } };
globalThis.addEventListener = nothing;
globalThis.matchMedia = () => ({ addEventListener: nothing, matches: false });
globalThis.location = new URL("http://atlas.test/city/valencia?score=continuous");
globalThis.history = {
  state: null,
  replaceState: (_state, _title, url) => {
    globalThis.location = new URL(url);
  },
};
