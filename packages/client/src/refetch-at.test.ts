import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { refetchAt } from "./refetch-at";

const serverTime = "2026-11-22T10:00:00.000Z";
/** By a phone whose clock is wrong by a day. */
const updatedAt = Date.parse(serverTime) + 86_400_000;
const wait = (...instants: (string | null)[]) => refetchAt(instants, serverTime, updatedAt, 30_000);

beforeEach(() => {
  vi.useFakeTimers({ now: updatedAt });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("reading again", () => {
  it("happens every so often when nothing is due", () => {
    expect(wait(null, null)).toBe(30_000);
    expect(refetchAt(["2026-11-22T10:00:01.000Z"], undefined, updatedAt, 30_000)).toBe(30_000);
    expect(wait("2026-11-22T11:00:00.000Z")).toBe(30_000);
    expect(wait("2026-11-22T09:59:59.000Z")).toBe(30_000);
  });

  it("happens just after the first instant by the server's clock, however wrong this device's is", () => {
    expect(wait("2026-11-22T10:00:20.000Z", "2026-11-22T10:00:10.000Z")).toBe(10_300);
    vi.advanceTimersByTime(4_000);
    expect(wait("2026-11-22T10:00:10.000Z")).toBe(6_300);
  });

  it("is tried each second while the instant has passed and the answer is old", () => {
    vi.advanceTimersByTime(60_000);
    expect(wait("2026-11-22T10:00:10.000Z")).toBe(1_000);
  });
});
