import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Clock, timeOf } from "./clock";
import { temporaryFolder } from "./machine-for-tests";

const clocks: Clock[] = [];
let place: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => {
  for (const clock of clocks.splice(0)) clock.close();
  place.remove();
});

function open(rate?: number): Clock {
  const clock = new Clock(place.folder, rate);
  clocks.push(clock);
  return clock;
}

test("a clock that was moved ahead stays ahead over a restart", () => {
  const before = open();
  before.advance(3600);
  before.close();
  const after = open();
  expect(after.now() - Date.now()).toBeGreaterThan(3_599_000);
  expect(after.now() - Date.now()).toBeLessThan(3_601_000);
});

test("whoever holds the shared numbers reads the same time", () => {
  const clock = open();
  clock.advance(60);
  expect(Math.abs(timeOf(clock.shared) - clock.now())).toBeLessThan(50);
});

test("timers that become due by a step run in the order of their time", async () => {
  const clock = open();
  const ran: string[] = [];
  const all = new Promise<void>((done) => {
    clock.at(clock.now() + 30_000, () => {
      ran.push("later");
      done();
    });
    clock.at(clock.now() + 10_000, () => ran.push("sooner"));
  });
  clock.advance(60);
  await all;
  expect(ran).toEqual(["sooner", "later"]);
});

test("a cancelled timer never runs", async () => {
  const clock = open();
  const ran: string[] = [];
  const cancel = clock.at(clock.now() + 1000, () => ran.push("cancelled"));
  cancel();
  await new Promise<void>((done) => {
    clock.at(clock.now() + 2000, done);
    clock.advance(5);
  });
  expect(ran).toEqual([]);
});

test("a timer whose time has passed runs at once", async () => {
  const clock = open();
  await new Promise<void>((done) => {
    clock.at(clock.now() - 1, done);
  });
});

test("time passes as many times faster as the rate says", async () => {
  const clock = open(1000);
  const start = clock.now();
  await new Promise<void>((done) => {
    clock.at(start + 20_000, done);
  });
  expect(clock.now() - start).toBeGreaterThanOrEqual(20_000);
});

test("a fast clock that is killed never goes back", async () => {
  const killed = open(5000);
  await new Promise<void>((done) => {
    killed.at(killed.now() + 500_000, done);
  });
  const last = killed.now();
  // Nothing is saved at a kill: the next process finds what was written while it ran.
  const next = open(1);
  expect(next.now()).toBeGreaterThanOrEqual(last);
  expect(next.now() - last).toBeLessThan(5000 * 30_000);
});

test("a damaged file stops the start and is named", () => {
  writeFileSync(join(place.folder, "clock.json"), '{"lead":"soon"}');
  expect(() => open()).toThrow(/clock\.json is damaged/);
});
