import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";

/** The face of headings and numbers: what the eye falls on is drawn in it from the first paint on. */
const wanted = /url\(["']?\.\.(\/media\/bricolage-grotesque-latin-opsz-normal\.[^)"']+\.woff2)["']?\)/;
const stylesheet = /<link rel="stylesheet" href="([^"?]+)/;

/**
 * Lets every page of a static export fetch the display face at once, not only when its stylesheet is there.
 * @returns how many pages there are
 */
function preloadFonts(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
  for (const name of pages) {
    const file = join(folder, name);
    const html = readFileSync(file, "utf8");
    const [link, sheet] = stylesheet.exec(html) ?? [];
    if (sheet === undefined) throw new Error(`${name} has no stylesheet`);
    const [, font] = wanted.exec(readFileSync(join(folder, sheet), "utf8")) ?? [];
    if (font === undefined) throw new Error(`${sheet} names no display face`);
    const preload = `<link rel="preload" as="font" type="font/woff2" crossorigin="" href="/_next/static${font}"/>`;
    if (!html.includes(preload))
      writeFileSync(
        file,
        html.replace(link, () => preload + link),
      );
  }
  return pages.length;
}

const [, , folder = "out"] = argv;
console.log(`${preloadFonts(folder)} pages in ${folder} fetch the display face at once`);
