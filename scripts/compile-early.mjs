import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";

/**
 * "Explicit compile hints", https://v8.dev/blog/explicit-compile-hints: what a page loads at first it runs at
 * once. Told so, Chromium compiles it beside the page while it arrives, instead of function by function when the
 * page waits for it. To other browsers it is a comment.
 */
const hint = "//# allFunctionsCalledOnLoad\n";
/** What is shorter is compiled in no time, and would only grow. */
const leastBytes = 4_000;
const script = /<script\b[^>]*\ssrc="([^"?]+)/gi;

/** Puts the hint at the head of each script that a page of a static export names. @returns how many there are */
function compileEarly(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
  const named = pages.flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(script)]);
  const files = new Set(named.map(([, source]) => join(folder, source)));
  if (files.size === 0) throw new Error(`no page in ${folder} names a script`);
  for (const file of files) {
    const code = readFileSync(file, "utf8");
    if (code.length >= leastBytes && !code.startsWith(hint)) writeFileSync(file, hint + code);
  }
  return files.size;
}

const [, , folder = "out"] = argv;
console.log(`${compileEarly(folder)} scripts in ${folder} are compiled before they are needed`);
