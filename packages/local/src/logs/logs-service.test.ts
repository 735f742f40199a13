import { appendFileSync, cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { machineForTests, temporaryFolder } from "../machine-for-tests";
import { createLogsService } from "./logs-service";

const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function newFolder(): string {
  const { folder, remove } = temporaryFolder();
  cleanups.push(remove);
  return folder;
}

interface Answer {
  events: { message: string; timestamp: number; logStreamName?: string; eventId?: string }[];
  nextToken?: string;
  nextForwardToken: string;
  nextBackwardToken: string;
  [member: string]: unknown;
}

async function open(folder: string) {
  const machine = machineForTests(folder);
  const logs = await createLogsService(machine);
  cleanups.push(async () => {
    await logs.close?.();
    machine.clock.close();
  });
  // The operations of a test's inputs answer records.
  const call = async (operation: string, input: object = {}) =>
    (await logs.operations?.[operation]?.({ logGroupName: "/g", ...input })) as Answer;
  const put = (logStreamName: string, ...lines: (readonly [timestamp: number, message: string])[]) =>
    call("PutLogEvents", {
      logStreamName,
      logEvents: lines.map(([timestamp, message]) => ({ timestamp, message })),
    });
  const filter = async (input: object = {}) =>
    (await call("FilterLogEvents", input)).events.map((event) => event.message);
  return { logs, call, put, filter };
}

async function withGroup() {
  const folder = newFolder();
  const machine = await open(folder);
  await machine.call("CreateLogGroup");
  return { folder, ...machine };
}

function crash(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

test("lines of all streams are found in the order of their time, by pattern, stream and time", async () => {
  const { put, filter, call } = await withGroup();
  await put("b", [3, "three apples"], [1, "one pear"]);
  await put("a/1", [2, "two apples"]);
  expect(await filter()).toEqual(["one pear", "two apples", "three apples"]);
  expect(await filter({ filterPattern: "apples" })).toEqual(["two apples", "three apples"]);
  expect(await filter({ startTime: 2, endTime: 2 })).toEqual(["two apples"]);
  expect(await filter({ logStreamNamePrefix: "a/" })).toEqual(["two apples"]);
  expect(await filter({ logStreamNames: ["b"], interleaved: true })).toEqual(["one pear", "three apples"]);
  const { events } = await call("FilterLogEvents", {
    logGroupName: undefined,
    logGroupIdentifier: "arn:aws:logs:us-east-1:000000000000:log-group:/g",
  });
  expect(new Set(events.map((event) => event.eventId)).size).toBe(3);
});

test("pages of FilterLogEvents join without gap or repetition", async () => {
  const { put, call } = await withGroup();
  await put("s", ...Array.from({ length: 25 }, (_, n) => [n, `line ${n}`] as const));
  const seen: string[] = [];
  let nextToken: string | undefined;
  do {
    const answer: Answer = await call("FilterLogEvents", { limit: 10, ...(nextToken && { nextToken }) });
    seen.push(...answer.events.map((event) => event.message));
    nextToken = answer.nextToken;
  } while (nextToken !== undefined);
  expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `line ${n}`));
});

test("GetLogEvents reads one stream from its end, its head, and on by its tokens", async () => {
  const { put, call } = await withGroup();
  await put("s", [1, "1"], [2, "2"], [3, "3"], [4, "4"]);
  await put("other", [2, "other"]);
  const get = (input: object = {}) => call("GetLogEvents", { logStreamName: "s", ...input });
  const messages = (answer: Answer) => answer.events.map((event) => event.message);
  const last = await get({ limit: 2 });
  expect(messages(last)).toEqual(["3", "4"]);
  expect(messages(await get({ limit: 2, nextToken: last.nextBackwardToken }))).toEqual(["1", "2"]);
  const first = await get({ limit: 3, startFromHead: true });
  expect(messages(first)).toEqual(["1", "2", "3"]);
  expect(messages(await get({ startTime: 2, endTime: 4 }))).toEqual(["2", "3"]);
  const rest = await get({ nextToken: first.nextForwardToken });
  expect(messages(rest)).toEqual(["4"]);
  const end = await get({ nextToken: rest.nextForwardToken });
  expect([end.events, end.nextForwardToken]).toEqual([[], rest.nextForwardToken]);
  await put("s", [5, "5"]);
  expect(messages(await get({ nextToken: end.nextForwardToken }))).toEqual(["5"]);
});

test("lines and streams outlive a crash, and a torn last line costs only itself", async () => {
  const { folder, put, logs } = await withGroup();
  await put("s", [1, "kept"]);
  await logs.target?.deliver("arn:aws:logs:us-east-1:000000000000:log-group:/g:*", '{"id":"e"}');
  const copy = crash(folder);
  const group = readdirSync(join(copy, "logs")).find((name) => !name.endsWith(".journal")) ?? "";
  const [segment = ""] = readdirSync(join(copy, "logs", group));
  appendFileSync(join(copy, "logs", group, segment), '{"n":2,"stream":"s","at":3,"ta');
  const again = await open(copy);
  expect(await again.filter()).toEqual(["kept", '{"id":"e"}']);
  await again.put("s", [4, "after"]);
  const third = await open(crash(copy));
  expect((await third.filter()).filter((message) => message !== '{"id":"e"}')).toEqual(["kept", "after"]);
  expect(await third.call("DescribeLogStreams", { logStreamNamePrefix: "s" })).toMatchObject({
    logStreams: [{ logStreamName: "s", firstEventTimestamp: 1, lastEventTimestamp: 4 }],
  });
});

test("damage that no crash makes stops the start, or is named when its old segment is read", async () => {
  const { folder, put } = await withGroup();
  const filler = "x".repeat(100_000);
  for (let n = 0; n < 12; n++) await put("s", [n, `line ${n} ${filler}`]);
  const group = readdirSync(join(folder, "logs")).find((name) => !name.endsWith(".journal")) ?? "";
  const [full = "", newest = ""] = readdirSync(join(folder, "logs", group)).sort();
  const damagedCopy = (name: string, damage: (file: string) => void) => {
    const copy = crash(folder);
    const file = join(copy, "logs", group, name);
    damage(file);
    return { copy, file };
  };
  const swap = (file: string) => writeFileSync(file, readFileSync(file, "utf8").replace("line", "lane"));
  const changed = damagedCopy(newest, swap);
  await expect(open(changed.copy)).rejects.toThrow(`${changed.file} is damaged at offset 0`);
  const short = damagedCopy(full, (file) => truncateSync(file, 500_000));
  await expect(open(short.copy)).rejects.toThrow(`${short.file} is damaged at offset 500000`);
  const old = damagedCopy(full, swap);
  const opened = await open(old.copy);
  await expect(opened.filter()).rejects.toThrow(`${old.file} is damaged at offset 0`);
  const catalog = damagedCopy("../catalog.journal", (file) =>
    writeFileSync(file, readFileSync(file, "utf8").replace("createdAt", "createdAT")),
  );
  await expect(open(catalog.copy)).rejects.toThrow("catalog.journal is damaged at offset 0");
});

test("lines beyond the newest segment are read from disk, also after a restart", async () => {
  const { folder, put, filter } = await withGroup();
  const filler = "x".repeat(100_000);
  for (let n = 0; n < 25; n++) await put("s", [n, `line ${n} ${filler}`]);
  expect(await filter({ filterPattern: '"line 0 "' })).toHaveLength(1);
  const again = await open(crash(folder));
  expect(await again.filter({ filterPattern: '"line 3 "' })).toHaveLength(1);
  expect(await again.filter({ startTime: 24 })).toHaveLength(1);
  const { events } = await again.call("GetLogEvents", { logStreamName: "s", limit: 1, endTime: 5 });
  expect(events[0]?.message.slice(0, 6)).toBe("line 4");
  expect(await again.call("DescribeLogStreams", { orderBy: "LastEventTime" })).toMatchObject({
    logStreams: [{ firstEventTimestamp: 0, lastEventTimestamp: 24 }],
  });
});

test("a rule's event is one line of the group, and a group that is missing is refused", async () => {
  const { logs, call, filter } = await withGroup();
  const arn = "arn:aws:logs:us-east-1:000000000000:log-group:/g";
  expect(logs.target?.accepts(arn)).toBe(true);
  expect(logs.target?.accepts(`${arn}:*`)).toBe(true);
  expect(logs.target?.accepts("arn:aws:sqs:us-east-1:000000000000:q")).toBe(false);
  await logs.target?.deliver(arn, '{"detail-type":"A"}');
  expect(await filter({ filterPattern: '{ $.detail-type = "A" }' })).toEqual(['{"detail-type":"A"}']);
  await call("DeleteLogGroup");
  await expect(logs.target?.deliver(arn, "{}")).rejects.toMatchObject({ code: "ResourceNotFoundException" });
  await call("CreateLogGroup");
  expect(await filter()).toEqual([]);
});

test("a template's group keeps its lines when deployed again", async () => {
  const { logs, put, filter, call } = await open(newFolder());
  const type = logs.resources?.find((each) => each.type === "AWS::Logs::LogGroup");
  const deploy = (properties: object) =>
    type?.deploy({ logicalId: "Logical", properties: type.properties.parse(properties) });
  expect(await deploy({ LogGroupName: "/g" })).toEqual({
    ref: "/g",
    attributes: { Arn: "arn:aws:logs:us-east-1:000000000000:log-group:/g:*" },
  });
  await put("s", [1, "kept"]);
  await deploy({ LogGroupName: "/g", RetentionInDays: "30" });
  expect(await filter()).toEqual(["kept"]);
  expect(await call("DescribeLogGroups", { logGroupNamePrefix: "/" })).toMatchObject({
    logGroups: [{ logGroupName: "/g", retentionInDays: 30 }],
  });
});

test.each([
  [
    "PutLogEvents",
    { logGroupName: "none", logStreamName: "s", logEvents: [{ timestamp: 1, message: "m" }] },
    "ResourceNotFoundException",
  ],
  ["FilterLogEvents", { logGroupName: "none" }, "ResourceNotFoundException"],
  ["FilterLogEvents", { filterPattern: "{ $.a" }, "InvalidParameterException"],
  ["GetLogEvents", { logStreamName: "none" }, "ResourceNotFoundException"],
  ["CreateLogGroup", {}, "ResourceAlreadyExistsException"],
  ["DeleteLogGroup", { logGroupName: "none" }, "ResourceNotFoundException"],
])("%s %j is refused as %s", async (operation, input, code) => {
  const { call } = await withGroup();
  await expect(call(operation, input)).rejects.toMatchObject({ code });
});
