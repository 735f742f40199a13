import { expect, test } from "vitest";
import type { AwsCli } from "./aws-cli.fixture";
import { arn, functionArn } from "./walk-place.fixture";

const EventBusName = "ShopCli";
const ofRule = { Name: "Made", EventBusName };

/** EventBridge and Lambda. */
export function cliEvents(cli: () => AwsCli): void {
  test("events: a bus, a rule and its targets, from their making to their end", async () => {
    const { call, errorOf } = bound(cli());
    expect(await call("CreateEventBus", { Name: EventBusName })).toMatchObject({
      EventBusArn: arn("events", `event-bus/${EventBusName}`),
    });
    expect(await errorOf("CreateEventBus", { Name: EventBusName })).toBe("ResourceAlreadyExistsException");
    expect((await call("DescribeEventBus", { Name: EventBusName })).Name).toBe(EventBusName);
    expect((await call("ListEventBuses", { NamePrefix: "ShopC" })).EventBuses).toHaveLength(1);
    const EventPattern = '{"detail":{"n":[{"numeric":[">=",2]}]}}';
    expect((await call("PutRule", { ...ofRule, EventPattern })).RuleArn).toContain(`${EventBusName}/Made`);
    const wrong = { ...ofRule, EventPattern: '{"source":[]}' };
    expect(await errorOf("PutRule", wrong)).toBe("InvalidEventPatternException");
    await call("DisableRule", ofRule);
    expect((await call("DescribeRule", ofRule)).State).toBe("DISABLED");
    await call("EnableRule", ofRule);
    expect((await call("ListRules", { EventBusName })).Rules).toMatchObject([
      { Name: "Made", State: "ENABLED", EventPattern },
    ]);
    const Targets = [{ Id: "echo", Arn: functionArn("Echo") }];
    const put = await call("PutTargets", { Rule: "Made", EventBusName, Targets });
    expect(put.FailedEntryCount).toBe(0);
    expect((await call("ListTargetsByRule", { Rule: "Made", EventBusName })).Targets).toEqual(Targets);
    const byTarget = { TargetArn: functionArn("Echo"), EventBusName };
    expect((await call("ListRuleNamesByTarget", byTarget)).RuleNames).toEqual(["Made"]);
    const Event = JSON.stringify({
      ...{ id: "1", account: "0", source: "s", time: "2026-01-01T00:00:00Z", region: "r" },
      resources: [],
      "detail-type": "t",
      detail: { n: 2 },
    });
    expect(await call("TestEventPattern", { EventPattern, Event })).toEqual({ Result: true });
    const entry = { Source: "cli", DetailType: "Made", EventBusName };
    const Entries = [
      { ...entry, Detail: '{"n":3}' },
      { ...entry, Detail: "3" },
    ];
    expect(await call("PutEvents", { Entries })).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ EventId: expect.any(String) }, { ErrorCode: "MalformedDetail" }],
    });
    expect(await errorOf("DeleteRule", ofRule)).toBe("ValidationException");
    await call("RemoveTargets", { Rule: "Made", EventBusName, Ids: ["echo"] });
    await call("DeleteRule", ofRule);
    await call("DeleteEventBus", { Name: EventBusName });
    expect(await errorOf("DescribeEventBus", { Name: EventBusName })).toBe("ResourceNotFoundException");
  });

  test("lambda: functions are listed, described and invoked", async () => {
    const FunctionName = "Echo";
    const call = (operation: string, input: object = {}) => cli().call("lambda", operation, input);
    const { Functions } = await call("ListFunctions");
    expect(Functions.map((each: { FunctionName: string }) => each.FunctionName).sort()).toEqual([
      "Echo",
      "Other",
    ]);
    expect((await call("GetFunction", { FunctionName })).Configuration.Handler).toBe("index.handler");
    expect((await call("GetFunctionConfiguration", { FunctionName })).Timeout).toBe(5);
    expect((await call("GetFunctionEventInvokeConfig", { FunctionName })).MaximumRetryAttempts).toBe(0);
    const { answer, printed } = await cli().invoke(FunctionName, '{"n":1}', "--log-type", "Tail");
    expect(answer).toEqual({ heard: { n: 1 } });
    expect(printed).toMatchObject({ StatusCode: 200, LogResult: expect.any(String) });
    const failed = await cli().invoke(FunctionName, '{"fail":true}');
    expect(failed.printed).toMatchObject({ FunctionError: "Unhandled" });
    const error = await cli().errorOf("lambda", "GetFunction", { FunctionName: "Nobody" });
    expect(error).toBe("ResourceNotFoundException");
  });
}

function bound(cli: AwsCli) {
  return {
    call: (operation: string, input?: object) => cli.call("events", operation, input),
    errorOf: (operation: string, input?: object) => cli.errorOf("events", operation, input),
  };
}
