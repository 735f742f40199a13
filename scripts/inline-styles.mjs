import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { argv } from "node:process";

const stylesheet = /<link rel="stylesheet" href="([^"?]+)[^>]*>/g;
const address = /url\(["']?(?!data:|\/|#|[a-z]+:)([^)"']+)["']?\)/g;

/**
 * Writes the stylesheet of every page of a static export into the page: it is drawn as soon as it has come, and
 * not one round trip later. React looks for the sheet that it knows by its address before it fetches one: the
 * link stays, disabled, which no browser loads.
 * @returns how many pages there are
 */
function inlineStyles(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
  for (const name of pages) {
    const file = join(folder, name);
    const html = readFileSync(file, "utf8");
    const styled = html.replace(stylesheet, (link, sheet) => {
      if (link.includes(" disabled")) return link;
      return `<style>${styleOf(folder, sheet)}</style>${link.replace("<link ", '<link disabled="" ')}`;
    });
    if (!styled.includes("<style>")) throw new Error(`${name} has no stylesheet`);
    writeFileSync(file, styled);
  }
  return pages.length;
}

/** What a sheet names beside itself is named from the root, as the page may be anywhere. */
function styleOf(folder, sheet) {
  const css = readFileSync(join(folder, sheet), "utf8").trim();
  if (css.includes("</style")) throw new Error(`${sheet} would end its own style element`);
  return css.replace(address, (_, beside) => `url(${posix.join(dirname(sheet), beside)})`);
}

const [, , folder = "out"] = argv;
console.log(`${inlineStyles(folder)} pages in ${folder} carry their stylesheet`);
