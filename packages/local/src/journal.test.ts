import { readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Journal } from "./journal";
import { temporaryFolder } from "./machine-for-tests";

let place: ReturnType<typeof temporaryFolder>;
let file: string;

beforeEach(() => {
  place = temporaryFolder();
  file = join(place.folder, "test.journal");
});
afterEach(() => place.remove());

function open(): { journal: Journal<number>; replayed: number[] } {
  const replayed: number[] = [];
  return { journal: Journal.open<number>(file, (entry) => replayed.push(entry)), replayed };
}

async function write(...entries: number[]): Promise<void> {
  const { journal } = open();
  for (const entry of entries) await journal.append(entry);
  await journal.close();
}

test("what was appended is replayed in order", async () => {
  await write(1, 2, 3);
  expect(open().replayed).toEqual([1, 2, 3]);
});

test("a torn last record is cut and the journal goes on", async () => {
  await write(1, 2);
  truncateSync(file, statSync(file).size - 3);
  const { journal, replayed } = open();
  expect(replayed).toEqual([1]);
  await journal.append(4);
  await journal.close();
  expect(open().replayed).toEqual([1, 4]);
});

test("damage before the last record stops the start, naming file and offset", async () => {
  await write(1, 2, 3);
  const text = readFileSync(file, "utf8");
  const second = text.indexOf("\n") + 1;
  writeFileSync(file, `${text.slice(0, second)}x${text.slice(second + 1)}`);
  expect(() => open()).toThrow(`${file} is damaged at offset ${second}`);
});

test("appends that arrive together are all durable and in order", async () => {
  const { journal } = open();
  const entries = Array.from({ length: 500 }, (_, index) => index);
  await Promise.all(entries.map((entry) => journal.append(entry)));
  expect(open().replayed).toEqual(entries);
  await journal.close();
});

test("compaction keeps exactly what it is given, and later appends", async () => {
  const { journal } = open();
  for (const entry of [1, 2, 3, 4]) await journal.append(entry);
  const before = journal.size;
  await journal.compact([3, 4]);
  expect(journal.size).toBeLessThan(before);
  await journal.append(5);
  await journal.close();
  expect(open().replayed).toEqual([3, 4, 5]);
});

test("appends during a compaction are kept whole", async () => {
  const { journal } = open();
  const appends: Promise<void>[] = [];
  for (let round = 0; round < 50; round += 1) {
    appends.push(journal.append(round));
    const compaction = journal.compact([]);
    appends.push(journal.append(1000 + round));
    await compaction;
  }
  await Promise.all(appends);
  await journal.close();
  expect(() => open()).not.toThrow();
});
