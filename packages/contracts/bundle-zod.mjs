import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import * as zod from "zod/mini";

// Writes what the app in this folder uses of zod, as one module, for its build. Next's bundler leaves out of a
// module what nobody imports, but not what only that needed from other modules: of zod as it is published it
// keeps twice as much. A name that is overlooked here fails the app's build.

const app = process.cwd();
const packages = ["contracts", "client", "ui"].map((name) => join(import.meta.dirname, "..", name));

function namesIn(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.tsx?$/.test(name));
  const sources = files.map((name) => readFileSync(join(folder, name), "utf8"));
  return sources.flatMap((source) => [...source.matchAll(/\bz\s*\.(\w+)/g)].map(([, name]) => name));
}

const named = new Set([...packages, app].flatMap((folder) => namesIn(join(folder, "src"))));
const used = [...named].filter((name) => name in zod);
const { outputFiles } = await build({
  stdin: { contents: `export { ${used} } from "zod/mini"`, resolveDir: import.meta.dirname },
  bundle: true,
  format: "esm",
  write: false,
});
writeFileSync(join(app, ".zod-mini.mjs"), outputFiles[0].contents);
