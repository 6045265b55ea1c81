// Bundles our own scripts and style sheets into assets/vendor/: `node own.mjs` after an edit.
//
// start.js runs in the document's head; atlas.js is all the rest; atlas.css is Bootstrap, the font, what
// every page shares, then each folder's own sheet, and paper last. The sheets of a folder stand in it.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { sheet } from "./tokens.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "..");
const VENDOR = join(ROOT, "assets", "vendor");
const MANIFEST = join(VENDOR, "manifest.json");
const COMMON = { bundle: true, minify: true, write: false, legalComments: "none", logLevel: "warning" };

async function script(name) {
  const built = await esbuild.build({
    ...COMMON,
    entryPoints: [join(ROOT, "assets", "src", name)],
    format: "iife",
    target: "es2022",
    nodePaths: [join(HERE, "node_modules")],
  });
  return built.outputFiles[0].text;
}

/** Style sheets in their order. */
function sheets() {
  const found = (folder) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .filter((file) => file.endsWith(".css"))
      .sort()
      .map((file) => join(folder, file));
  const shared = found("assets/css");
  return [...shared.slice(0, -1), ...found("components"), ...found("pages"), shared.at(-1)];
}

async function style(direction, font) {
  const tokens = sheet(JSON.parse(readFileSync(join(ROOT, "assets", "tokens.json"), "utf-8")));
  const bootstrap = join(HERE, "node_modules", "bootstrap", "dist", "css", `bootstrap${direction}.css`);
  const imports = [bootstrap, ...sheets().map((sheet) => join(ROOT, sheet))].map((path) => `@import "${path}";`);
  const built = await esbuild.build({
    ...COMMON,
    stdin: { contents: imports.join("\n"), loader: "css", resolveDir: ROOT },
    external: ["data:*"],
  });
  const colours = await esbuild.transform(tokens, { loader: "css", minify: true });
  return font + colours.code + built.outputFiles[0].text;
}

/** Write our bundles under the names that their content gives them, and enter them into the manifest. */
export async function own() {
  const manifest = JSON.parse(readFileSync(MANIFEST, "utf-8"));
  const font = readFileSync(join(VENDOR, manifest["inter.css"]), "utf-8");
  const bundles = {
    "start.js": await script("start.js"),
    "atlas.js": await script("main.js"),
    "atlas.css": await style("", font),
    "atlas.rtl.css": await style(".rtl", font),
    "icon.svg": readFileSync(join(ROOT, "assets", "icon.svg"), "utf-8"),
  };
  for (const [name, text] of Object.entries(bundles)) {
    const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
    const file = name.replace(".", `.${digest}.`);
    for (const ending of ["", ".gz", ".br"]) {
      const old = manifest[name] && join(VENDOR, manifest[name] + ending);
      if (old && manifest[name] !== file && existsSync(old)) rmSync(old);
    }
    writeFileSync(join(VENDOR, file), text);
    manifest[name] = file;
    console.log(`  ${file}  ${text.length} bytes`);
  }
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await own();
