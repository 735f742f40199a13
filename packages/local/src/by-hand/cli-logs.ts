import { expect, test } from "vitest";
import type { AwsCli } from "./aws-cli.fixture";

const logGroupName = "/cli/lines";
const ofStream = { logGroupName, logStreamName: "one" };

/** CloudWatch Logs. */
export function cliLogs(cli: () => AwsCli): void {
  test("logs: lines are put, found by a pattern, read, and tailed", async () => {
    const call = (operation: string, input: object = {}) => cli().call("logs", operation, input);
    await call("CreateLogGroup", { logGroupName });
    await call("CreateLogStream", ofStream);
    await call("PutRetentionPolicy", { logGroupName, retentionInDays: 14 });
    const groups = () => call("DescribeLogGroups", { logGroupNamePrefix: "/cli" });
    expect((await groups()).logGroups).toMatchObject([{ logGroupName, retentionInDays: 14 }]);
    await call("DeleteRetentionPolicy", { logGroupName });
    expect((await groups()).logGroups[0].retentionInDays).toBeUndefined();
    const timestamp = Date.now();
    const logEvents = ['{"state":"READY","n":1}', "plain words"].map((message) => ({ message, timestamp }));
    await call("PutLogEvents", { ...ofStream, logEvents });
    expect((await call("DescribeLogStreams", { logGroupName })).logStreams).toMatchObject([
      { logStreamName: "one", lastEventTimestamp: timestamp },
    ]);
    const found = await call("FilterLogEvents", { logGroupName, filterPattern: '{ $.state = "READ*" }' });
    expect(found.events).toMatchObject([{ message: logEvents[0]?.message }]);
    const read = await call("GetLogEvents", { ...ofStream, startFromHead: true });
    expect(read.events).toMatchObject(logEvents);
    const tail = await cli().type("logs", "tail", logGroupName, "--since", "1h", "--format", "short");
    expect(tail).toContain("plain words");
    const bad = { logGroupName, filterPattern: "{ $.a = }" };
    expect(await cli().errorOf("logs", "FilterLogEvents", bad)).toBe("InvalidParameterException");
    await call("DeleteLogGroup", { logGroupName });
    expect(await cli().errorOf("logs", "DescribeLogStreams", { logGroupName })).toBe(
      "ResourceNotFoundException",
    );
  });
}
