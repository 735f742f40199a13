import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { onReturn } from "./on-return";

let told: string[];
let stop: () => void;
const page = Object.assign(new EventTarget(), { visibilityState: "visible" });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", page);
  page.visibilityState = "visible";
  told = [];
  stop = onReturn((reason) => told.push(reason));
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("tells of a network that came back, and of a page that is seen, restored or thawed again", () => {
  window.dispatchEvent(new Event("online"));
  document.dispatchEvent(new Event("visibilitychange"));
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  document.dispatchEvent(new Event("resume"));
  expect(told).toEqual(["online", "awake", "awake", "awake"]);
});

it("is silent while the page is hidden, and about a page that was never away", () => {
  page.visibilityState = "hidden";
  document.dispatchEvent(new Event("visibilitychange"));
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
});

it("notices that the phone slept though nothing told of it", () => {
  vi.advanceTimersByTime(3_000);
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(["awake"]);
});

it("tells nobody after it was stopped", () => {
  stop();
  window.dispatchEvent(new Event("online"));
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([]);
});
