import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { faultCatalogue } from "./fault-catalogue";

const packages = new URL("../../", import.meta.url);

test("every fault of the catalogue has tests, and they are there under their names", () => {
  const proofs = Object.entries(faultCatalogue).flatMap(([fault, tests]) => {
    expect(tests, fault).not.toEqual([]);
    return tests;
  });
  const missing = proofs.filter(({ file, name, full }) => {
    const text = readFileSync(new URL(file, packages), "utf8");
    return !text.includes(name) || (full === true && !text.includes("process.env.TEST_FULL"));
  });
  expect(missing).toEqual([]);
});
