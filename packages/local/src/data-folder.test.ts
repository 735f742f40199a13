import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyDataFolder, markDataFolder, takeDataFolder } from "./data-folder";
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
  for (const stale of [`${2 ** 22 + 1}.1`, `${process.pid}.1`, "no-lock-of-ours"]) {
    writeFileSync(join(place.folder, `machine.lock.${stale}`), "");
    takeDataFolder(place.folder)();
    expect(readdirSync(place.folder)).toEqual([]);
  }
});

test("of processes that start at once never two have the folder, and then one can", async () => {
  const module = new URL("./data-folder.ts", import.meta.url).href;
  const take = `import { takeDataFolder } from ${JSON.stringify(module)};
    process.stdout.write("up\\n");
    process.stdin.once("data", () => {
      try {
        takeDataFolder(process.argv[1]);
        process.stdout.write("taken\\n");
      } catch {
        process.stdout.write("refused\\n");
      }
      process.stdin.resume();
    });`;
  const processes = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", take, place.folder], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  const said = processes.map((each) => createInterface({ input: each.stdout })[Symbol.asyncIterator]());
  await Promise.all(said.map((lines) => lines.next()));
  for (const each of processes) each.stdin.write("go\n");
  const answers = (await Promise.all(said.map((lines) => lines.next()))).map(({ value }) => value);
  expect(answers.filter((answer) => answer === "taken").length).toBeLessThanOrEqual(1);
  expect(answers.every((answer) => answer === "taken" || answer === "refused")).toBe(true);
  for (const each of processes) {
    each.kill("SIGKILL");
    await once(each, "exit");
  }
  takeDataFolder(place.folder)();
});

test("a folder that holds something else is never taken, and so never emptied", () => {
  writeFileSync(join(place.folder, "thesis.txt"), "precious");
  expect(() => takeDataFolder(place.folder)).toThrow(/thesis\.txt/);
  expect(readdirSync(place.folder)).toEqual(["thesis.txt"]);
});

test("a folder of another version is not read, but can be emptied", () => {
  const giveBack = takeDataFolder(place.folder);
  markDataFolder(place.folder);
  markDataFolder(place.folder);
  writeFileSync(join(place.folder, "aws-on-one-machine.json"), '{"format":1}');
  expect(() => markDataFolder(place.folder)).toThrow("--reset");
  emptyDataFolder(place.folder);
  markDataFolder(place.folder);
  giveBack();
});

test("emptying leaves nothing but the lock", () => {
  const giveBack = takeDataFolder(place.folder);
  markDataFolder(place.folder);
  mkdirSync(join(place.folder, "events"));
  writeFileSync(join(place.folder, "clock.json"), "{}");
  emptyDataFolder(place.folder);
  giveBack();
  expect(readdirSync(place.folder)).toEqual([]);
});

test("a process is known by pid and start time", () => {
  expect(startOf(process.pid)).toBeDefined();
  expect(startOf(2 ** 22 + 1)).toBeUndefined();
});
