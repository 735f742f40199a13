import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { expect, test } from "vitest";
import { arn, type WalkPlace } from "./walk-place.fixture";

const logGroupName = "/by/hand";
const logStreamName = "one";

/** CloudWatch Logs, each call by its own client. */
export function walkLogs(place: () => WalkPlace): void {
  test("logs: groups and streams are made, kept for so long, and listed in pages", async () => {
    const { logs } = place();
    for (const name of [logGroupName, "/by/hand/too"]) {
      await logs.send(new CreateLogGroupCommand({ logGroupName: name }));
    }
    await expect(logs.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toThrow(
      expect.objectContaining({ name: "ResourceAlreadyExistsException" }),
    );
    const groups = (more: object) =>
      logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: "/by/", ...more }));
    const first = await groups({ limit: 1 });
    const second = await groups({ limit: 1, nextToken: first.nextToken });
    expect(second.logGroups).toMatchObject([{ logGroupArn: arn("logs", "log-group:/by/hand/too") }]);
    expect(second.nextToken).toBeUndefined();
    await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 7 }));
    expect((await groups({ limit: 1 })).logGroups?.[0]?.retentionInDays).toBe(7);
    await logs.send(new DeleteRetentionPolicyCommand({ logGroupName }));
    expect((await groups({ limit: 1 })).logGroups?.[0]?.retentionInDays).toBeUndefined();
    for (const name of [logStreamName, "two"]) {
      await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: name }));
    }
    const streams = await logs.send(new DescribeLogStreamsCommand({ logGroupName, limit: 1 }));
    const more = { logGroupName, nextToken: streams.nextToken };
    const rest = await logs.send(new DescribeLogStreamsCommand(more));
    expect(rest.logStreams?.map((stream) => stream.logStreamName)).toEqual(["two"]);
  });

  test("logs: lines are put, found by patterns and read in both directions", async () => {
    const { logs } = place();
    const lines = ["ready 1", '{"order":{"n":2},"state":"MAKING"}', "ERROR 3", "ready 4"];
    const at = Date.now();
    const logEvents = lines.map((message, index) => ({ message, timestamp: at + index }));
    await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }));
    const found = async (filterPattern: string) => {
      const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern }));
      return events?.map(({ message }) => message);
    };
    expect(await found('{ $.order.n >= 2 && $.state = "MAK*" }')).toEqual([lines[1]]);
    expect(await found("ready")).toEqual(["ready 1", "ready 4"]);
    expect(await found("?ERROR ?4")).toEqual(["ERROR 3", "ready 4"]);
    const page = await logs.send(new FilterLogEventsCommand({ logGroupName, limit: 3, interleaved: true }));
    const { nextToken } = page;
    const rest = await logs.send(new FilterLogEventsCommand({ logGroupName, limit: 3, nextToken }));
    expect([...(page.events ?? []), ...(rest.events ?? [])].map(({ message }) => message)).toEqual(lines);
    expect(rest.nextToken).toBeUndefined();
    const read = (more: object) =>
      logs.send(new GetLogEventsCommand({ logGroupName, logStreamName, limit: 3, ...more }));
    const newest = await read({});
    expect(newest.events?.map(({ message }) => message)).toEqual(lines.slice(1));
    const older = await read({ nextToken: newest.nextBackwardToken });
    expect(older.events?.map(({ message }) => message)).toEqual(["ready 1"]);
    await expect(found("{ $.order = }")).rejects.toThrow(
      expect.objectContaining({ name: "InvalidParameterException" }),
    );
  });

  test("logs: a group that is deleted is gone, and live tail is refused by its name", async () => {
    const { logs } = place();
    await logs.send(new DeleteLogGroupCommand({ logGroupName }));
    await expect(logs.send(new FilterLogEventsCommand({ logGroupName }))).rejects.toThrow(
      expect.objectContaining({ name: "ResourceNotFoundException" }),
    );
    const body = JSON.stringify({ logGroupIdentifiers: [arn("logs", "log-group:/by/hand/too")] });
    const headers = { "x-amz-target": "Logs_20140328.StartLiveTail" };
    const refused = await fetch(place().machine.aws, { method: "POST", headers, body });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ __type: "UnknownOperationException" });
  });
}
