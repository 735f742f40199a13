import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyDataFolder, takeDataFolder } from "./data-folder";
import { temporaryFolder } from "./machine-for-tests";
import { startOf } from "./process-identity";

let place: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => place.remove());

test("a folder in use is refused, naming the process", () => {
  const giveBack = takeDataFolder(place.folder);
  expect(() => takeDataFolder(place.folder)).toThrow(`in use by process ${process.pid}`);
  giveBack();
  takeDataFolder(place.folder)();
});

test("the lock of a killed process is taken over, even when its pid is another's now", () => {
  takeDataFolder(place.folder)();
  const lock = join(place.folder, "machine.lock");
  for (const stale of [{ pid: 2 ** 22 + 1, startedAt: "1" }, { pid: process.pid, startedAt: "1" }, {}]) {
    writeFileSync(lock, JSON.stringify(stale));
    takeDataFolder(place.folder)();
  }
  expect(existsSync(lock)).toBe(false);
});

test("a folder that holds something else is never taken, and so never emptied", () => {
  writeFileSync(join(place.folder, "thesis.txt"), "precious");
  expect(() => takeDataFolder(place.folder)).toThrow(/thesis\.txt/);
  expect(readdirSync(place.folder)).toEqual(["thesis.txt"]);
});

test("emptying keeps only what says whose folder it is", () => {
  const giveBack = takeDataFolder(place.folder);
  mkdirSync(join(place.folder, "events"));
  writeFileSync(join(place.folder, "clock.json"), "{}");
  emptyDataFolder(place.folder);
  giveBack();
  expect(readdirSync(place.folder)).toEqual(["aws-on-one-machine.json"]);
});

test("a process is known by pid and start time", () => {
  expect(startOf(process.pid)).toBeDefined();
  expect(startOf(2 ** 22 + 1)).toBeUndefined();
});
