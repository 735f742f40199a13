import { CreateTableCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { z } from "zod";
import type { WalkPlace } from "./walk-place.fixture";

const TableName = "streamed";

/** The services whose clients are not among our packages, spoken to as those clients do. */
export function walkWire(place: () => WalkPlace): void {
  async function form(service: string, Action: string, parameters: Record<string, string> = {}) {
    const answer = await fetch(place().machine.aws, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded; charset=utf-8",
        authorization: `AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/${service}/aws4_request, Signature=x`,
      },
      body: new URLSearchParams({ Action, Version: "2010-05-15", ...parameters }).toString(),
    });
    if (answer.status === 200) place().called.add(`${service} ${Action}`);
    return { status: answer.status, text: await answer.text() };
  }

  async function stream(operation: string, input: object): Promise<unknown> {
    const target = `DynamoDBStreams_20120810.${operation}`;
    const headers = { "x-amz-target": target, "content-type": "application/x-amz-json-1.0" };
    const answer = await fetch(place().machine.aws, { method: "POST", headers, body: JSON.stringify(input) });
    if (answer.status === 200) place().called.add(`dynamodbstreams ${operation}`);
    return answer.json();
  }

  test("sts: says who calls", async () => {
    const { text } = await form("sts", "GetCallerIdentity");
    expect(text).toContain("<Account>000000000000</Account>");
    expect(text).toContain("<GetCallerIdentityResult>");
  });

  test("cloudformation: the stack is listed, described, and its resources too", async () => {
    const named = { StackName: "Test" };
    expect((await form("cloudformation", "ListStacks")).text).toContain("<StackName>Test</StackName>");
    const stack = await form("cloudformation", "DescribeStacks", named);
    expect(stack.text).toContain(`<OutputValue>${place().poolId}</OutputValue>`);
    for (const action of ["ListStackResources", "DescribeStackResources"]) {
      const { text } = await form("cloudformation", action, named);
      expect(text).toContain("<LogicalResourceId>Echo</LogicalResourceId>");
      expect(text).toContain("<ResourceType>AWS::Lambda::Function</ResourceType>");
    }
    const LogicalResourceId = "Pool";
    const one = await form("cloudformation", "DescribeStackResource", { ...named, LogicalResourceId });
    expect(one.text).toContain(`<PhysicalResourceId>${place().poolId}</PhysicalResourceId>`);
    expect((await form("cloudformation", "GetTemplate", named)).text).toContain("AWS::Lambda::Function");
    const unknown = await form("cloudformation", "DescribeStacks", { StackName: "Nowhere" });
    expect(unknown.status).toBe(400);
    expect(unknown.text).toContain("<Code>ValidationError</Code>");
    const other = await form("cloudformation", "CreateStack", named);
    expect(other.status).toBe(400);
    expect(other.text).toContain("<Code>InvalidAction</Code>");
  });

  test("dynamodbstreams: a table's changes are read one after another", async () => {
    const { dynamodb } = place();
    await dynamodb.send(
      new CreateTableCommand({
        TableName,
        KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "PK", AttributeType: "S" }],
        BillingMode: "PAY_PER_REQUEST",
        StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
      }),
    );
    await dynamodb.send(new PutItemCommand({ TableName, Item: { PK: { S: "changed" } } }));
    const { Streams } = z
      .object({ Streams: z.array(z.object({ StreamArn: z.string() })).min(1) })
      .parse(await stream("ListStreams", { TableName }));
    const StreamArn = Streams[0]?.StreamArn;
    const { StreamDescription } = z
      .object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })).min(1) }) })
      .parse(await stream("DescribeStream", { StreamArn }));
    const ShardId = StreamDescription.Shards[0]?.ShardId;
    const from = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
    const { ShardIterator } = z
      .object({ ShardIterator: z.string() })
      .parse(await stream("GetShardIterator", from));
    expect(await stream("GetRecords", { ShardIterator })).toMatchObject({
      Records: [{ eventName: "INSERT", dynamodb: { NewImage: { PK: { S: "changed" } } } }],
    });
  });
}
