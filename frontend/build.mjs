// Builds assets/vendor/ from the pinned npm packages of package-lock.json, then our own bundles.
//
// Every file is named by its content (name.<hash>.ext), so it may be cached for ever. manifest.json
// maps the plain names to the built ones; components/web/assets.py reads it.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { feature } from "topojson-client";
import { own } from "./own.mjs";

const require = createRequire(import.meta.url);
const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = join(HERE, "node_modules");
const VENDOR = join(HERE, "..", "assets", "vendor");
const STAMPS = join(HERE, "..", ".make");
const FONT = "@fontsource-variable/inter";
const FONT_SUBSETS = ["latin", "latin-ext"];

const manifest = {};

function read(...path) {
  return readFileSync(join(MODULES, ...path));
}

/** Write one file under its hashed name. */
function emit(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const [stem, ...rest] = name.split(".");
  const file = [stem, hash, ...rest].join(".");
  writeFileSync(join(VENDOR, file), bytes);
  manifest[name] = file;
  console.log(`  ${file}  ${bytes.length} bytes`);
  return file;
}

/** Inter as a variable font: only the subsets that the interface's languages need. */
function inter() {
  const ranges = JSON.parse(read(FONT, "unicode.json"));
  return FONT_SUBSETS.map((subset) => {
    const name = `inter-${subset}-wght-normal.woff2`;
    const file = emit(`inter-${subset}.woff2`, read(FONT, "files", name));
    return `@font-face{font-family:"Inter Variable";font-style:normal;font-display:swap;
font-weight:100 900;src:url("./${file}") format("woff2-variations");
unicode-range:${ranges[subset]}}`;
  }).join("\n");
}

/** The custom plotly bundle as one script that defines window.Plotly. */
async function plotly() {
  const built = await esbuild.build({
    entryPoints: [join(HERE, "plotly-entry.js")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: "Plotly",
    define: { global: "window" },
    loader: { ".css": "empty" }, // MapLibre's sheet, required for map traces only
    target: "es2020",
    legalComments: "none", // the licences stand in licenses.txt
    logLevel: "warning",
  });
  return built.outputFiles[0].contents;
}

/**
 * The United Nations' boundaries that plotly.js carries, as GeoJSON by layer, for ``etl geo``, which
 * enters what it makes of them into the manifest.
 */
function geodata() {
  globalThis.window = globalThis; // the script of 18 maps names the browser's window
  const { topojson } = require("plotly.js/dist/plotly-geo-assets.js");
  const world = topojson.world_50m;
  const layers = Object.fromEntries(["countries", "lakes"].map((name) => [name, feature(world, world.objects[name])]));
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, "world_50m.json"), JSON.stringify(layers));
}

/** The licence texts of what is served. */
function licenses() {
  return ["bootstrap", FONT, "plotly.js"]
    .map((name) => {
      const { version } = JSON.parse(read(name, "package.json"));
      const text = readdirSync(join(MODULES, name)).find((file) => /^licen[sc]e/i.test(file));
      return `${name} ${version}\n\n${read(name, text)}`;
    })
    .join("\n\n----\n\n");
}

rmSync(VENDOR, { recursive: true, force: true });
mkdirSync(VENDOR, { recursive: true });
emit("inter.css", inter());
emit("plotly.min.js", await plotly());
geodata();
writeFileSync(join(VENDOR, "licenses.txt"), licenses());
writeFileSync(join(VENDOR, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
await own();
