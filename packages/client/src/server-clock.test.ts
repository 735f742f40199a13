import { describe, expect, it } from "vitest";
import { ServerClock } from "./server-clock";

const server = Date.parse("2026-11-30T08:00:00.000Z");
const iso = (at: number) => new Date(at).toISOString();

describe("the server's clock, seen from a device that is five minutes slow", () => {
  const local = server - 300_000;

  it("is taken to have been read half-way between question and answer", () => {
    const clock = new ServerClock();
    clock.observe(iso(server), local - 100, local + 100);
    expect(clock.at(local)).toBe(server);
  });

  it("is not guessed anew from an answer on whose way the device slept", () => {
    const clock = new ServerClock();
    clock.observe(iso(server), local - 100, local + 100);
    // Asked at once, answered after five minutes of sleep: the server read its clock at the end of them.
    clock.observe(iso(server + 300_000), local + 200, local + 300_000);
    expect(clock.at(local + 300_000)).toBe(server + 300_000);
  });

  it("is guessed anew by a better answer, and in time by one that is no better", () => {
    const clock = new ServerClock();
    clock.observe(iso(server), local, local + 4_000);
    clock.observe(iso(server + 4_100), local + 4_000, local + 4_200);
    expect(clock.at(local + 4_100)).toBe(server + 4_100);
    // The device's clock has lost a second since.
    clock.observe(iso(server + 65_000), local + 63_500, local + 64_500);
    expect(clock.at(local + 64_000)).toBe(server + 65_000);
  });

  it("is guessed anew at once when the device's clock was set back", () => {
    const clock = new ServerClock();
    clock.observe(iso(server), local - 10, local + 10);
    clock.observe(iso(server + 5_000), local - 60_500, local - 59_500);
    expect(clock.at(local - 60_000)).toBe(server + 5_000);
  });
});
