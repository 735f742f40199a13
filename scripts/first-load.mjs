import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./install.mjs";

const app = "apps/customer";
/** How many bytes of gzipped JavaScript a page may load before it can be used. */
const budgets = { index: 185_000 };

/** What the scripts that a page names weigh, gzipped; a browser that runs modules skips the polyfills. */
function scriptBytes(folder, page) {
  const html = readFileSync(join(folder, `${page}.html`), "utf8");
  const tags = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag);
  const sources = tags
    .filter((tag) => !/\snomodule\b/i.test(tag))
    .map((tag) => /\ssrc="([^"?]+)/.exec(tag)?.[1]);
  const files = [...new Set(sources)].filter((source) => source !== undefined);
  if (files.length === 0) throw new Error(`${page}.html names no script`);
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    0,
  );
}

const folder = join(root, app, "out");
if (!existsSync(folder)) throw new Error(`${app} is not built`);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
let failed = false;
for (const page of ["index", "sign-in", "order", "orders", "account"]) {
  const bytes = scriptBytes(folder, page);
  const budget = budgets[page];
  const isOver = bytes > budget;
  failed ||= isOver;
  const limit = budget === undefined ? "" : `, ${isOver ? "MORE THAN" : "at most"} ${kilobytes(budget)}`;
  console.log(`${page.padEnd(8)} ${kilobytes(bytes)}${limit}`);
}
process.exit(failed ? 1 : 0);
