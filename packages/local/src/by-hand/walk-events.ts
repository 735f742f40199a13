import { CreateLogGroupCommand, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeEventBusCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  ListEventBusesCommand,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  TestEventPatternCommand,
  UpdateEventBusCommand,
} from "@aws-sdk/client-eventbridge";
import { CreateQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { arn, functionArn, queueArn, slow, type WalkPlace } from "./walk-place.fixture";

const EventBusName = "Shop";
const onBus = { EventBusName };
const event = { Source: "by.hand", DetailType: "Made", Detail: '{"orderId":"1","drink":{"name":"Latte"}}' };

/** EventBridge, each call by its own client. */
export function walkEvents(place: () => WalkPlace): void {
  test("events: a bus is made, changed, described and listed in pages", async () => {
    const { events } = place();
    const made = await events.send(new CreateEventBusCommand({ Name: EventBusName, Description: "one" }));
    expect(made.EventBusArn).toBe(arn("events", "event-bus/Shop"));
    await expect(events.send(new CreateEventBusCommand({ Name: EventBusName }))).rejects.toThrow(
      expect.objectContaining({ name: "ResourceAlreadyExistsException" }),
    );
    await events.send(new UpdateEventBusCommand({ Name: EventBusName, Description: "two" }));
    const described = await events.send(new DescribeEventBusCommand({ Name: EventBusName }));
    expect(described).toMatchObject({ Name: "Shop", Description: "two", CreationTime: expect.any(Date) });
    const first = await events.send(new ListEventBusesCommand({ Limit: 1 }));
    const second = await events.send(new ListEventBusesCommand({ Limit: 1, NextToken: first.NextToken }));
    expect([first, second].map(({ EventBuses }) => EventBuses?.[0]?.Name)).toEqual(["default", "Shop"]);
    expect(second.NextToken).toBeUndefined();
    await expect(events.send(new DescribeEventBusCommand({ Name: "Nowhere" }))).rejects.toThrow(
      expect.objectContaining({ name: "ResourceNotFoundException" }),
    );
  });

  test("events: rules are put, described, listed in pages, switched; a bad pattern is refused", async () => {
    const { events } = place();
    const EventPattern = JSON.stringify({ source: [{ prefix: "by." }] });
    for (const Name of ["Made", "Twice"]) {
      const put = await events.send(new PutRuleCommand({ Name, EventPattern, ...onBus }));
      expect(put.RuleArn).toBe(arn("events", `rule/Shop/${Name}`));
    }
    const bad = new PutRuleCommand({ Name: "Bad", EventPattern: '{"source":[{"near":"x"}]}', ...onBus });
    await expect(events.send(bad)).rejects.toThrow(
      expect.objectContaining({ name: "InvalidEventPatternException" }),
    );
    const page = await events.send(new ListRulesCommand({ ...onBus, Limit: 1 }));
    const rest = await events.send(new ListRulesCommand({ ...onBus, NextToken: page.NextToken }));
    expect([...(page.Rules ?? []), ...(rest.Rules ?? [])].map(({ Name }) => Name)).toEqual(["Made", "Twice"]);
    const state = async () => (await events.send(new DescribeRuleCommand({ Name: "Made", ...onBus }))).State;
    await events.send(new DisableRuleCommand({ Name: "Made", ...onBus }));
    expect(await state()).toBe("DISABLED");
    await events.send(new EnableRuleCommand({ Name: "Made", ...onBus }));
    expect(await state()).toBe("ENABLED");
    await events.send(new DeleteRuleCommand({ Name: "Twice", ...onBus }));
    const gone = events.send(new DescribeRuleCommand({ Name: "Twice", ...onBus }));
    await expect(gone).rejects.toThrow(expect.objectContaining({ name: "ResourceNotFoundException" }));
  });

  test("events: a function, a queue and a log group are handed the event as their targets say", async () => {
    const { events, sqs, logs } = place();
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "made" }));
    await logs.send(new CreateLogGroupCommand({ logGroupName: "/made" }));
    const Targets = [
      { Id: "echo", Arn: functionArn("Echo"), InputPath: "$.detail" },
      {
        Id: "queue",
        Arn: queueArn("made"),
        InputTransformer: {
          InputPathsMap: { order: "$.detail.orderId", drink: "$.detail.drink" },
          InputTemplate: '{"text":"order <order>","drink":<drink>}',
        },
      },
      { Id: "log", Arn: arn("logs", "log-group:/made") },
      { Id: "fixed", Arn: queueArn("made"), Input: '{"fixed":true}' },
    ];
    const put = await events.send(new PutTargetsCommand({ Rule: "Made", ...onBus, Targets }));
    expect(put).toMatchObject({ FailedEntryCount: 0, FailedEntries: [] });
    const page = await events.send(new ListTargetsByRuleCommand({ Rule: "Made", ...onBus, Limit: 3 }));
    const rest = await events.send(
      new ListTargetsByRuleCommand({ Rule: "Made", ...onBus, NextToken: page.NextToken }),
    );
    expect([...(page.Targets ?? []), ...(rest.Targets ?? [])]).toEqual(Targets);
    const byTarget = new ListRuleNamesByTargetCommand({ TargetArn: functionArn("Echo"), ...onBus });
    expect((await events.send(byTarget)).RuleNames).toEqual(["Made"]);

    const Entries = [
      { ...event, ...onBus },
      { Source: "by.hand", ...onBus },
      { ...event, Detail: "[" },
    ];
    const answer = await events.send(new PutEventsCommand({ Entries }));
    expect(answer.FailedEntryCount).toBe(2);
    expect(answer.Entries).toMatchObject([
      { EventId: expect.any(String) },
      { ErrorCode: "InvalidArgument" },
      { ErrorCode: "MalformedDetail" },
    ]);
    const bodies: string[] = [];
    await expect
      .poll(async () => {
        const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
        for (const { Body = "" } of (await sqs.send(receive)).Messages ?? []) bodies.push(Body);
        return bodies.toSorted();
      }, slow)
      .toEqual(['{"fixed":true}', '{"text":"order 1","drink":{"name":"Latte"}}']);
    const logged = async (logGroupName: string, filterPattern: string) =>
      (await logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern }))).events?.length;
    await expect.poll(() => logged("/made", '{ $.detail.orderId = "1" && $.source = "by.*" }'), slow).toBe(1);
    await expect.poll(() => logged("/aws/lambda/Echo", "Latte").catch(() => 0), slow).toBe(1);
  });

  test("events: a rule with targets cannot go, nor a bus with rules; then both do", async () => {
    const { events } = place();
    const deleteRule = () => events.send(new DeleteRuleCommand({ Name: "Made", ...onBus }));
    await expect(deleteRule()).rejects.toThrow("since it has targets");
    await expect(events.send(new DeleteEventBusCommand({ Name: EventBusName }))).rejects.toThrow("has rules");
    const Ids = ["echo", "queue", "log", "fixed"];
    const removed = await events.send(new RemoveTargetsCommand({ Rule: "Made", ...onBus, Ids }));
    expect(removed.FailedEntryCount).toBe(0);
    await deleteRule();
    await events.send(new DeleteEventBusCommand({ Name: EventBusName }));
    const buses = await events.send(new ListEventBusesCommand({ NamePrefix: "Sh" }));
    expect(buses.EventBuses).toEqual([]);
  });

  test.each([
    ['{"detail":{"n":[{"numeric":[">",1,"<=",3]}]}}', '{"n":3}', true],
    ['{"detail":{"n":[{"anything-but":{"prefix":"a"}}]}}', '{"n":"ab"}', false],
    ['{"detail":{"n":[{"wildcard":"a*c"}]}}', '{"n":"abc"}', true],
    ['{"detail":{"ip":[{"cidr":"10.0.0.0/8"}]}}', '{"ip":"10.1.2.3"}', true],
    ['{"$or":[{"source":["x"]},{"detail":{"n":[{"exists":false}]}}]}', "{}", true],
  ])("events: TestEventPattern says of %s on %s: %s", async (EventPattern, detail, Result) => {
    const head = { id: "1", account: "0", source: "s", time: "2026-01-01T00:00:00Z", region: "r" };
    const Event = JSON.stringify({
      ...head,
      resources: [],
      "detail-type": "t",
      detail: JSON.parse(detail),
    });
    expect(await place().events.send(new TestEventPatternCommand({ EventPattern, Event }))).toMatchObject({
      Result,
    });
  });
}
