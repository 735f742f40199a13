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

/** A journal of numbers whose state is the set of those it was told. */
function open(compactAboveBytes = 1_000_000): {
  journal: Journal<number>;
  replayed: number[];
  live: Set<number>;
} {
  const replayed: number[] = [];
  const live = new Set<number>();
  const journal = Journal.open<number>(file, {
    replay: (entry) => {
      replayed.push(entry);
      live.add(entry);
    },
    snapshot: () => live,
    compactAboveBytes,
  });
  return { journal, replayed, live };
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

test.each([
  ["a record", 0],
  ["the last record", 2],
])("damage within %s stops the start, naming file and offset", async (_, index) => {
  await write(1, 2, 3);
  const text = readFileSync(file, "utf8");
  const offset = index * (text.indexOf("\n") + 1);
  writeFileSync(file, `${text.slice(0, offset + 2)}x${text.slice(offset + 3)}`);
  expect(() => open()).toThrow(`${file} is damaged at offset ${offset}`);
  expect(readFileSync(file, "utf8")).toHaveLength(text.length);
});

test("a record that the service cannot make sense of stops the start in the same way", async () => {
  await write(1, 2);
  const replay = (entry: number): void => {
    if (entry === 2) throw new Error("no such thing");
  };
  const offset = readFileSync(file, "utf8").indexOf("\n") + 1;
  expect(() => Journal.open<number>(file, { replay, snapshot: () => [], compactAboveBytes: 1 })).toThrow(
    `${file} is damaged at offset ${offset}: no such thing`,
  );
});

test("only its owner can read it", async () => {
  await write(1);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("appends that arrive together are all durable and in order", async () => {
  const { journal } = open();
  const entries = Array.from({ length: 500 }, (_, index) => index);
  await Promise.all(entries.map((entry) => journal.append(entry)));
  expect(open().replayed).toEqual(entries);
  await journal.close();
});

test("it is compacted by itself, over and over, and loses nothing that was appended meanwhile", async () => {
  const { journal, live } = open(500);
  const entries = Array.from({ length: 300 }, (_, index) => index % 40);
  await Promise.all(
    entries.map(async (entry) => {
      live.add(entry);
      await journal.append(entry);
    }),
  );
  for (const entry of entries.slice(0, 60)) {
    await journal.append(entry);
  }
  await journal.append(41);
  await journal.close();
  // One snapshot of 40 records is 480 bytes; 300 that arrive at once are one write.
  expect(statSync(file).size).toBeLessThan(1000);
  const again = open();
  expect([...again.live].sort((a, b) => a - b)).toEqual([
    ...Array.from({ length: 40 }, (_, index) => index),
    41,
  ]);
  await again.journal.close();
});

test("a journal that grew is compacted when it is opened", async () => {
  await write(...Array.from({ length: 100 }, () => 7));
  const { journal, replayed } = open(500);
  expect(replayed).toHaveLength(100);
  expect(journal.size).toBeLessThan(20);
  await journal.close();
  expect(open().replayed).toEqual([7]);
});

test("after it is closed nothing is taken any more", async () => {
  const { journal } = open();
  await journal.close();
  await expect(journal.append(1)).rejects.toThrow("is closed");
});
