import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isMissingPart, reloadAgainAfterMs, reloadIfReachable } from "./recover";

const reload = vi.fn();
let siteAnswers: () => Promise<Pick<Response, "ok">>;

beforeEach(() => {
  const kept = new Map<string, string>();
  siteAnswers = async () => ({ ok: true });
  vi.stubGlobal("window", { location: { reload } });
  vi.stubGlobal("fetch", () => siteAnswers());
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  reload.mockClear();
});

it("knows a part that could not be fetched from anything else that broke", () => {
  const chunk = Object.assign(new Error("Failed to load chunk /_next/static/chunks/a.js"), {});
  expect(isMissingPart(chunk)).toBe(true);
  expect(isMissingPart(Object.assign(new Error(), { name: "ChunkLoadError" }))).toBe(true);
  expect(isMissingPart(new TypeError("x is undefined"))).toBe(false);
});

it("loads the app anew once a minute at the most", async () => {
  const now = Date.now();
  await reloadIfReachable(now);
  await reloadIfReachable(now + reloadAgainAfterMs - 1);
  expect(reload).toHaveBeenCalledTimes(1);
  await reloadIfReachable(now + reloadAgainAfterMs);
  expect(reload).toHaveBeenCalledTimes(2);
});

it("never leaves a page for one that is not to be had", async () => {
  siteAnswers = async () => ({ ok: false });
  await reloadIfReachable();
  siteAnswers = () => Promise.reject(new TypeError("offline"));
  await reloadIfReachable();
  expect(reload).not.toHaveBeenCalled();
  siteAnswers = async () => ({ ok: true });
  await reloadIfReachable();
  expect(reload).toHaveBeenCalledTimes(1);
});
