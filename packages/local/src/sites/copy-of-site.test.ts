import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../machine-for-tests";
import { copyOfSite } from "./copy-of-site";

test("what runs stays as it was at the start, though a build takes its files away and puts others there", () => {
  const { folder, remove } = temporaryFolder();
  const built = join(folder, "out");
  const site = { name: "shop", port: 3000, folder: built };
  mkdirSync(built);
  writeFileSync(join(built, "index.html"), "first");
  writeFileSync(join(built, "old.js"), "1");
  const running = copyOfSite(site, folder);
  rmSync(built, { recursive: true });
  expect(readFileSync(join(running.folder, "index.html"), "utf8")).toBe("first");
  expect(copyOfSite(site, folder)).toBe(site);

  mkdirSync(built);
  writeFileSync(join(built, "index.html"), "second");
  const restarted = copyOfSite(site, folder);
  expect(readdirSync(restarted.folder)).toEqual(["index.html"]);
  expect(readFileSync(join(restarted.folder, "index.html"), "utf8")).toBe("second");
  remove();
});
