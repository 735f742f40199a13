import { expect, it } from "vitest";
import { forgetKept, keptKey } from "./kept-things";
import { memoryStorage } from "./test-orders";

it("forgets all that is kept for one person and nothing of another", () => {
  const storage = memoryStorage();
  const hers = [keptKey("eva", "submit", "default", "a"), keptKey("eva", "redeem", "default", "34679CDFGH")];
  const his = keptKey("evan", "submit", "default", "b");
  for (const key of [...hers, his]) storage.setItem(key, "{}");
  forgetKept(storage, "eva");
  expect([storage.length, storage.key(0)]).toEqual([1, his]);
});
