import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";

const sealed = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/**
 * Gives a page of a static export its own Content-Security-Policy: of inline scripts and styles it takes
 * those that were built into it and no other. Where it may connect to is known only at run time, so the server says
 * that in a second policy, by header; both hold.
 */
export function sealPage(html) {
  const page = scriptsFirst(html.replace(sealed, ""));
  const [start] = /<head[^>]*>(<meta charset="[^"]*"\s*\/?>)?/i.exec(page) ?? [];
  if (start === undefined) throw new Error("a page without a head cannot be sealed");
  const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)];
  const [styled] = /<[a-z][^>]*\sstyle="[^"]*"/i.exec(page.replace(/<script[\s\S]*?<\/script>/gi, "")) ?? [];
  if (styled !== undefined) throw new Error(`its own policy would refuse the style in ${styled}`);
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/gi)];
  const policy = [
    "default-src 'self'",
    ["script-src 'self'", ...hashesOf(inline)].join(" "),
    ["style-src 'self'", ...hashesOf(styles)].join(" "),
    "img-src 'self' data:",
    "connect-src *",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join("; ");
  return page.replace(start, () => `${start}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

/** The head's own scripts before its stylesheets: a script that comes after one waits until that is there. */
function scriptsFirst(html) {
  const end = html.indexOf("</head>");
  const head = html.slice(0, end);
  const scripts = [...head.matchAll(/<script>[\s\S]*?<\/script>/g)].map(([script]) => script);
  const rest = scripts.reduce((left, script) => left.replace(script, () => ""), head);
  const sheet = rest.search(/<style>|<link rel="stylesheet"/);
  if (sheet === -1) return html;
  return rest.slice(0, sheet) + scripts.join("") + rest.slice(sheet) + html.slice(end);
}

function hashesOf(elements) {
  return new Set(
    elements.map(([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`),
  );
}

/** Seals every page below `folder`. @returns how many there are */
export function sealPages(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
  if (pages.length === 0) throw new Error(`${folder} holds no page`);
  for (const name of pages) {
    const file = join(folder, name);
    writeFileSync(file, sealPage(readFileSync(file, "utf8")));
  }
  return pages.length;
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const [, , folder = "out"] = argv;
  console.log(`${sealPages(folder)} pages in ${folder} are sealed`);
}
