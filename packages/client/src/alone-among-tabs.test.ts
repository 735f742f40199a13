import { afterEach, expect, it, vi } from "vitest";
import { aloneAmongTabs } from "./alone-among-tabs";

afterEach(() => {
  vi.unstubAllGlobals();
});

const grant = (_name: string, _options: object, run: () => Promise<void>) => run();
const refuse = () => Promise.reject(new DOMException("Waited too long", "TimeoutError"));

it.each([
  ["holding the lock", { request: grant }],
  ["after waiting too long for it", { request: refuse }],
  ["where there are no locks", undefined],
])("runs once %s", async (_when, locks) => {
  vi.stubGlobal("navigator", { locks });
  const run = vi.fn(async () => undefined);
  await aloneAmongTabs("renew", run);
  expect(run).toHaveBeenCalledTimes(1);
});

it("does not run again what failed", async () => {
  vi.stubGlobal("navigator", { locks: { request: grant } });
  const run = vi.fn(() => Promise.reject(new Error("no network")));
  await expect(aloneAmongTabs("renew", run)).rejects.toThrow("no network");
  expect(run).toHaveBeenCalledTimes(1);
});
