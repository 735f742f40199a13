import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));

test("days, robots and shops run in a browser: nothing of Node, nor of the API", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.includes(".test."));
  const imported = files.flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, "utf8").matchAll(/from "([^"]+)"/g)].map(([, from]) => from ?? ""),
  );
  const allowed = /^(\.\/(?!node\/)|@serverlesspresso\/(client|contracts)\/|pure-rand\/|zod\/mini$)/;
  expect(imported.length).toBeGreaterThan(20);
  expect(imported.filter((from) => !allowed.test(from))).toEqual([]);
});
