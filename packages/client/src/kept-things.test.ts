import { expect, it } from "vitest";
import { forgetKept, keptIn, keptKey } from "./kept-things";
import { memoryStorage } from "./test-orders";

it("finds what is kept of one kind for one person", () => {
  const storage = memoryStorage();
  for (const order of ["a", "b"]) storage.setItem(keptKey("eva", "submit", "default", order), "{}");
  storage.setItem(keptKey("eva", "submit", "other", "c"), "{}");
  storage.setItem(keptKey("evan", "submit", "default", "d"), "{}");
  expect(keptIn(storage, "eva", "submit", "default")).toEqual(["a", "b"]);
});

it("forgets all that is kept for one person and nothing of another", () => {
  const storage = memoryStorage();
  const hers = [keptKey("eva", "submit", "default", "a"), keptKey("eva", "redeem", "default", "34679CDFGH")];
  const his = keptKey("evan", "submit", "default", "b");
  for (const key of [...hers, his]) storage.setItem(key, "{}");
  forgetKept(storage, "eva");
  expect([storage.length, storage.key(0)]).toEqual([1, his]);
});
