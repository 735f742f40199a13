import { cpSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// Bundles the console page into `out/console`, from where the AWS port serves it.
const page = fileURLToPath(new URL("./page/", import.meta.url));
const outdir = fileURLToPath(new URL("../../out/console/", import.meta.url));

rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
await build({
  entryPoints: [`${page}main.tsx`, `${page}styles/main.css`],
  outdir,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".woff2": "file" },
  entryNames: "[name]",
  assetNames: "[name]",
  legalComments: "none",
  logLevel: "warning",
});
cpSync(`${page}index.html`, `${outdir}index.html`);
