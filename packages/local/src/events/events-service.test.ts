import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { AwsError } from "../aws-error";
import type { Clock } from "../clock";
import { machineForTests, temporaryFolder } from "../machine-for-tests";
import type { Target } from "../service";
import { waitFor } from "../wait-for.fixture";
import { createEventsService, type EventsService } from "./events-service";

const queueArn = "arn:aws:sqs:us-east-1:000000000000:dead";
const cleanups: (() => Promise<void> | undefined | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function newFolder(): string {
  const { folder, remove } = temporaryFolder();
  cleanups.push(remove);
  return folder;
}

/** A target that fails `failures` times, then takes what it is given. */
class FakeTarget implements Target {
  readonly received: string[] = [];
  attempts = 0;

  constructor(
    private failures = 0,
    private readonly error: Error = new Error("not now"),
  ) {}

  accepts(arn: string): boolean {
    return arn.startsWith("arn:fake:");
  }

  async deliver(_arn: string, input: string): Promise<void> {
    this.attempts += 1;
    if (this.failures > 0) {
      this.failures -= 1;
      throw this.error;
    }
    this.received.push(input);
  }
}

interface Opened {
  events: EventsService;
  clock: Clock;
  close(): Promise<void> | undefined;
  deadLetters: Record<string, unknown>[];
  log: string[];
  call(operation: string, input: object): Promise<Record<string, unknown>>;
}

async function open(folder: string, target: Target): Promise<Opened> {
  const deadLetters: Record<string, unknown>[] = [];
  const machine = machineForTests(folder, async (_service, operation, input) => {
    if (operation === "GetQueueUrl") return { QueueUrl: `http://queues/${input.QueueName}` };
    deadLetters.push(input);
    return {};
  });
  const { clock, lines: log } = machine;
  const events = await createEventsService(machine, () => [target]);
  let ending: Promise<void> | undefined;
  const close = () => {
    ending ??= events.close?.().then(() => clock.close());
    return ending;
  };
  cleanups.push(close);
  // The operations of a test's inputs answer records.
  const call = async (operation: string, input: object) =>
    (await events.operations?.[operation]?.(input)) as Record<string, unknown>;
  return { events, close, clock, deadLetters, log, call };
}

/** What is on disk at this moment is what a killed process leaves. */
function crash(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

async function opened(target: Target, rule: object = {}) {
  const folder = newFolder();
  const machine = await open(folder, target);
  await machine.events.start?.();
  await machine.call("PutRule", { Name: "r", EventPattern: '{"source":["shop"]}' });
  await machine.call("PutTargets", { Rule: "r", Targets: [{ Id: "t", Arn: "arn:fake:1", ...rule }] });
  return { folder, ...machine };
}

const entry = { Source: "shop", DetailType: "Order", Detail: '{"id":"1","n":{"size":2}}' };

test("delivers an event to the targets of the rules that match it, as an envelope", async () => {
  const target = new FakeTarget();
  const { call } = await opened(target);
  await call("PutEvents", {
    Entries: [
      { ...entry, Time: 1_800_000_000 },
      { ...entry, Source: "other" },
    ],
  });
  await waitFor(() => expect(target.received).toHaveLength(1));
  expect(JSON.parse(target.received[0] ?? "")).toEqual({
    version: "0",
    id: expect.any(String),
    "detail-type": "Order",
    source: "shop",
    account: "000000000000",
    time: "2027-01-15T08:00:00Z",
    region: "us-east-1",
    resources: [],
    detail: { id: "1", n: { size: 2 } },
  });
});

test("answers each entry of PutEvents on its own and in its place", async () => {
  const { call } = await opened(new FakeTarget());
  const { FailedEntryCount, Entries } = await call("PutEvents", {
    Entries: [
      { ...entry, Detail: "{" },
      { ...entry, Detail: "[]" },
      { ...entry, Detail: '"text"' },
      { DetailType: "d", Detail: "{}" },
      { Source: "s", Detail: "{}" },
      { Source: "s", DetailType: "d" },
      { ...entry, EventBusName: "nowhere" },
      { ...entry, Source: "aws.ec2" },
      { ...entry, EventBusName: "arn:aws:events:us-east-1:000000000000:event-bus/default" },
    ],
  });
  expect(FailedEntryCount).toBe(8);
  expect((Entries as { ErrorCode?: string }[]).map((each) => each.ErrorCode)).toEqual([
    ...["MalformedDetail", "MalformedDetail", "MalformedDetail"],
    ...["InvalidArgument", "InvalidArgument", "InvalidArgument", "InvalidArgument"],
    ...["NotAuthorizedForSourceException", undefined],
  ]);
});

test("refuses more than 10 entries and more than 256 kB", async () => {
  const { call } = await opened(new FakeTarget());
  await expect(call("PutEvents", { Entries: Array(11).fill(entry) })).rejects.toThrow();
  const Detail = JSON.stringify({ text: "x".repeat(256 * 1024) });
  await expect(call("PutEvents", { Entries: [{ ...entry, Detail }] })).rejects.toMatchObject({
    code: "ValidationException",
  });
});

test("keeps an accepted event over a crash and delivers it after the restart", async () => {
  const { folder, call } = await opened(new FakeTarget(Number.POSITIVE_INFINITY));
  await call("PutEvents", { Entries: [entry] });
  const target = new FakeTarget();
  const again = await open(crash(folder), target);
  await again.events.start?.();
  // The first try may have failed before the crash: then the second comes when its pause is over.
  await waitFor(() => expect(target.received).toHaveLength(1));
});

test("does not deliver again after a restart what was delivered before", async () => {
  const target = new FakeTarget();
  const { folder, call, events, close } = await opened(target);
  await call("PutEvents", { Entries: [entry] });
  await waitFor(() => expect(events.recent()[0]?.deliveries[0]?.state).toBe("delivered"));
  await close();
  const later = new FakeTarget();
  const again = await open(folder, later);
  await again.events.start?.();
  await again.call("PutEvents", { Entries: [{ ...entry, Detail: '{"second":true}' }] });
  await waitFor(() => expect(later.received.length).toBeGreaterThan(0));
  expect(later.received.map((input) => JSON.parse(input).detail)).toEqual([{ second: true }]);
});

test("retries a failed delivery with growing pauses on the machine's clock", async () => {
  const target = new FakeTarget(3);
  const { call, clock, events } = await opened(target);
  await call("PutEvents", { Entries: [entry] });
  const attempts = () => events.recent()[0]?.deliveries[0]?.attempts;
  for (const [pauseSeconds, expected] of [
    [1, 2],
    [2, 3],
    [4, 4],
  ] as const) {
    await waitFor(() => expect(attempts()).toBe(expected - 1));
    clock.advance(pauseSeconds);
    await waitFor(() => expect(target.attempts).toBe(expected));
  }
  await waitFor(() => expect(target.received).toHaveLength(1));
});

test("sends an event whose retries are used up to the target's dead-letter queue", async () => {
  const { call, clock, deadLetters, events } = await opened(
    new FakeTarget(Number.POSITIVE_INFINITY, new AwsError("States.Busy", "too busy")),
    { RetryPolicy: { MaximumRetryAttempts: 1 }, DeadLetterConfig: { Arn: queueArn } },
  );
  await call("PutEvents", { Entries: [entry] });
  await waitFor(() => expect(events.recent()[0]?.deliveries[0]?.state).toBe("retrying"));
  clock.advance(1);
  await waitFor(() => expect(events.recent()[0]?.deliveries[0]?.state).toBe("dead-letter"));
  expect(deadLetters).toMatchObject([
    {
      QueueUrl: "http://queues/dead",
      MessageAttributes: {
        RULE_ARN: { StringValue: "arn:aws:events:us-east-1:000000000000:rule/r" },
        TARGET_ARN: { StringValue: "arn:fake:1" },
        ERROR_CODE: { StringValue: "States.Busy" },
        ERROR_MESSAGE: { StringValue: "too busy" },
        RETRY_ATTEMPTS: { StringValue: "1" },
        EXHAUSTED_RETRY_CONDITION: { StringValue: "MaximumRetryAttempts" },
      },
    },
  ]);
  expect(JSON.parse(String(deadLetters[0]?.MessageBody)).detail).toEqual(JSON.parse(entry.Detail));
});

test("a crash begins neither the retries anew nor their pauses, nor forgets that an event was given up", async () => {
  const never = () => new FakeTarget(Number.POSITIVE_INFINITY);
  const first = await opened(never(), {
    RetryPolicy: { MaximumRetryAttempts: 2 },
    DeadLetterConfig: { Arn: queueArn },
  });
  await first.call("PutEvents", { Entries: [entry] });
  const attempts = () => first.events.recent()[0]?.deliveries[0]?.attempts;
  await waitFor(() => expect(attempts()).toBe(1));
  first.clock.advance(1);
  await waitFor(() => expect(attempts()).toBe(2));
  const journal = join(first.folder, "events", "deliveries.journal");
  await waitFor(() => expect(readFileSync(journal, "utf8")).toContain('"attempts":2'));

  const target = never();
  const second = await open(crash(first.folder), target);
  await second.events.start?.();
  expect(target.attempts).toBe(0);
  second.clock.advance(2);
  await waitFor(() => expect(second.deadLetters).toHaveLength(1));
  expect(target.attempts).toBe(1);
  expect(second.deadLetters[0]).toMatchObject({
    MessageAttributes: { RETRY_ATTEMPTS: { StringValue: "2" } },
  });
});

test("gives an event up once it is older than the target allows, by default after 24 hours", async () => {
  const { call, clock, deadLetters, events } = await opened(new FakeTarget(Number.POSITIVE_INFINITY), {
    DeadLetterConfig: { Arn: queueArn },
  });
  await call("PutEvents", { Entries: [entry] });
  await waitFor(() => expect(events.recent()[0]?.deliveries[0]?.state).toBe("retrying"));
  clock.advance(86_400);
  await waitFor(() => expect(deadLetters).toHaveLength(1));
  expect(deadLetters[0]).toMatchObject({
    MessageAttributes: { EXHAUSTED_RETRY_CONDITION: { StringValue: "MaximumEventAgeInSeconds" } },
  });
});

test("sends an event for a target nobody takes to the dead-letter queue without retrying", async () => {
  const { call, deadLetters } = await opened(new FakeTarget(), {
    Arn: "arn:aws:nothing",
    DeadLetterConfig: { Arn: queueArn },
  });
  await call("PutEvents", { Entries: [entry] });
  await waitFor(() => expect(deadLetters).toHaveLength(1));
  expect(deadLetters[0]).toMatchObject({ MessageAttributes: { ERROR_CODE: { StringValue: "NO_RESOURCE" } } });
});

test("drops an event without a dead-letter queue with a line in the log", async () => {
  const { call, log } = await opened(new FakeTarget(Number.POSITIVE_INFINITY), {
    RetryPolicy: { MaximumRetryAttempts: 0 },
  });
  await call("PutEvents", { Entries: [entry] });
  await waitFor(() => expect(log).toEqual([expect.stringMatching(/Order .* of rule default\|r: dropped/)]));
});

test("hands a target its constant input, a part of the event, or its template filled", async () => {
  const target = new FakeTarget();
  const { call } = await opened(target);
  const Targets = [
    { Id: "t", Arn: "arn:fake:1", Input: '{"constant":true}' },
    { Id: "path", Arn: "arn:fake:2", InputPath: "$.detail.n" },
    {
      Id: "template",
      Arn: "arn:fake:3",
      InputTransformer: {
        InputPathsMap: { id: "$.detail.id", n: "$.detail.n", type: "$.detail-type", none: "$.detail.none" },
        InputTemplate:
          '{"id":<id>,"n":<n>,"text":"<type> by \\"<aws.events.rule-name>\\"<none>","none":<none>}',
      },
    },
  ];
  await call("PutTargets", { Rule: "r", Targets });
  await call("PutEvents", { Entries: [entry] });
  await waitFor(() => expect(target.received).toHaveLength(3));
  expect(target.received.map((input) => JSON.parse(input))).toEqual([
    { constant: true },
    { size: 2 },
    { id: "1", n: { size: 2 }, text: 'Order by "r"', none: null },
  ]);
});

test("ticks a schedule once a period and once after a jump over many, also after a restart", async () => {
  const target = new FakeTarget();
  const { folder, call, clock } = await opened(target);
  await call("PutRule", { Name: "each-minute", ScheduleExpression: "rate(1 minute)" });
  await call("PutTargets", { Rule: "each-minute", Targets: [{ Id: "t", Arn: "arn:fake:1" }] });
  clock.advance(60);
  await waitFor(() => expect(target.received).toHaveLength(1));
  expect(JSON.parse(target.received[0] ?? "")).toMatchObject({
    "detail-type": "Scheduled Event",
    source: "aws.events",
    resources: ["arn:aws:events:us-east-1:000000000000:rule/each-minute"],
  });
  clock.advance(36_000);
  await waitFor(() => expect(target.received).toHaveLength(2));
  const later = new FakeTarget();
  const again = await open(crash(folder), later);
  await again.events.start?.();
  again.clock.advance(60);
  await waitFor(() => expect(JSON.parse(later.received.at(-1) ?? "{}").source).toBe("aws.events"));
  expect(target.received).toHaveLength(2);
});

test("a tick that was due while nothing ran comes at the next start, and one that came does not come again", async () => {
  const { folder, call, clock } = await opened(new FakeTarget());
  await call("PutRule", { Name: "hourly", ScheduleExpression: "rate(1 hour)" });
  await call("PutTargets", { Rule: "hourly", Targets: [{ Id: "t", Arn: "arn:fake:1" }] });
  const copy = crash(folder);
  const late = new FakeTarget();
  const second = await open(copy, late);
  second.clock.advance(3 * 3600);
  await second.events.start?.();
  await waitFor(() => expect(late.received).toHaveLength(1));
  const told = JSON.parse(late.received[0] ?? "{}").time;
  expect(Date.parse(told) - clock.now()).toBeGreaterThan(3500_000);
  expect(Date.parse(told) - clock.now()).toBeLessThan(3700_000);
  await second.close();
  const third = new FakeTarget();
  const again = await open(copy, third);
  await again.events.start?.();
  await again.call("PutRule", { Name: "r", EventPattern: '{"source":["shop"]}' });
  await again.call("PutEvents", { Entries: [entry] });
  await waitFor(() => expect(third.received.length).toBeGreaterThan(0));
  expect(third.received.map((input) => JSON.parse(input).source)).toEqual(["shop"]);
});

async function deployRule(machine: Opened, properties: object): Promise<unknown> {
  const type = machine.events.resources?.find((each) => each.type === "AWS::Events::Rule");
  return type?.deploy({ logicalId: "Logical", properties: type.properties.parse(properties) });
}

test("a template updates its own rules, keeps what was done by hand, and removes what it no longer has", async () => {
  const { folder, ...first } = await opened(new FakeTarget());
  const rule = { EventPattern: { source: ["shop"] }, Targets: [{ Id: "own", Arn: "arn:fake:1" }] };
  expect(await deployRule(first, { Name: "r", ...rule })).toEqual({
    ref: "r",
    attributes: { Arn: "arn:aws:events:us-east-1:000000000000:rule/r" },
  });
  await deployRule(first, { Name: "old", ...rule });
  await first.call("PutRule", { Name: "by-hand", EventPattern: '{"source":["x"]}' });
  await first.call("DisableRule", { Name: "r" });

  const second = await open(crash(folder), new FakeTarget());
  await deployRule(second, { Name: "r", ...rule });
  const type = second.events.resources?.find((each) => each.type === "AWS::Events::Rule");
  await type?.removal?.remove("old");
  await second.events.start?.();
  expect(await second.call("DescribeRule", { Name: "r" })).toMatchObject({ State: "DISABLED" });
  expect(await second.call("ListRules", {})).toMatchObject({ Rules: [{ Name: "r" }, { Name: "by-hand" }] });

  await deployRule(second, { Name: "r", ...rule, Targets: [{ Id: "new", Arn: "arn:fake:1" }] });
  expect(await second.call("DescribeRule", { Name: "r" })).toMatchObject({ State: "ENABLED" });
  expect(await second.call("ListTargetsByRule", { Rule: "r" })).toEqual({
    Targets: [
      { Id: "t", Arn: "arn:fake:1" },
      { Id: "new", Arn: "arn:fake:1" },
    ],
  });
});

test.each([
  ["PutRule", { Name: "x" }, "ValidationException"],
  ["PutRule", { Name: "x", ScheduleExpression: "rate(1 minutes)" }, "ValidationException"],
  ["PutRule", { Name: "x", ScheduleExpression: "cron(0 8 * * * *)" }, "ValidationException"],
  ["PutRule", { Name: "x", EventPattern: "{}" }, "InvalidEventPatternException"],
  ["PutRule", { Name: "x", EventPattern: "{}", EventBusName: "none" }, "ResourceNotFoundException"],
  ["PutTargets", { Rule: "none", Targets: [{ Id: "t", Arn: "a" }] }, "ResourceNotFoundException"],
  ["PutTargets", { Rule: "r", Targets: [{ Id: "x", Arn: "a", Input: "{" }] }, "ValidationException"],
  ["PutTargets", { Rule: "r", Targets: [{ Id: "x", Arn: "a", InputPath: "detail" }] }, "ValidationException"],
  ["DeleteRule", { Name: "r" }, "ValidationException"],
  ["DeleteEventBus", { Name: "default" }, "ValidationException"],
  ["CreateEventBus", { Name: "default" }, "ResourceAlreadyExistsException"],
  ["TestEventPattern", { EventPattern: '{"source":["a"]}', Event: "{}" }, "ValidationException"],
])("%s %j is refused as %s", async (operation, input, code) => {
  const { call } = await opened(new FakeTarget());
  await expect(call(operation, input)).rejects.toMatchObject({ code });
});

test("buses and rules can be listed, found by target and removed", async () => {
  const { call } = await opened(new FakeTarget());
  await call("CreateEventBus", { Name: "own" });
  await call("PutRule", { Name: "a", EventBusName: "own", EventPattern: '{"source":["a"]}' });
  await call("PutTargets", { Rule: "a", EventBusName: "own", Targets: [{ Id: "1", Arn: "arn:fake:9" }] });
  expect(await call("ListRuleNamesByTarget", { TargetArn: "arn:fake:9", EventBusName: "own" })).toEqual({
    RuleNames: ["a"],
  });
  expect(await call("ListEventBuses", { Limit: 1 })).toMatchObject({
    EventBuses: [{ Name: "default" }],
    NextToken: "1",
  });
  await call("RemoveTargets", { Rule: "a", EventBusName: "own", Ids: ["1"] });
  await call("DeleteRule", { Name: "a", EventBusName: "own" });
  await call("DeleteEventBus", { Name: "own" });
  await expect(call("DescribeEventBus", { Name: "own" })).rejects.toMatchObject({
    code: "ResourceNotFoundException",
  });
});
