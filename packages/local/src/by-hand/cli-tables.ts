import { expect, test } from "vitest";
import { z } from "zod";
import type { AwsCli } from "./aws-cli.fixture";

const TableName = "cli";
const Item = (key: string) => ({ PK: { S: key }, n: { N: "1" } });
const Key = (key: string) => ({ PK: { S: key } });
const Streams = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })).min(1) });

/** DynamoDB and its streams. */
export function cliTables(cli: () => AwsCli): void {
  const call = (operation: string, input: object = {}) => cli().call("dynamodb", operation, input);

  test("dynamodb: a table", async () => {
    const AttributeDefinitions = [{ AttributeName: "PK", AttributeType: "S" }];
    await call("CreateTable", {
      TableName,
      AttributeDefinitions,
      KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    });
    const StreamSpecification = { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" };
    await call("UpdateTable", { TableName, StreamSpecification });
    const { Table } = await call("DescribeTable", { TableName });
    expect(Table.StreamSpecification).toMatchObject({ StreamEnabled: true });
    expect((await call("ListTables")).TableNames).toEqual([TableName]);
    const TimeToLiveSpecification = { AttributeName: "until", Enabled: true };
    await call("UpdateTimeToLive", { TableName, TimeToLiveSpecification });
    const ttl = await call("DescribeTimeToLive", { TableName });
    expect(ttl.TimeToLiveDescription.AttributeName).toBe("until");
    const ResourceArn = Table.TableArn;
    await call("TagResource", { ResourceArn, Tags: [{ Key: "a", Value: "b" }] });
    expect((await call("ListTagsOfResource", { ResourceArn })).Tags).toEqual([{ Key: "a", Value: "b" }]);
    await call("UntagResource", { ResourceArn, TagKeys: ["a"] });
  });

  test("dynamodb: its items", async () => {
    for (const key of ["1", "2"]) await call("PutItem", { TableName, Item: Item(key) });
    expect((await call("GetItem", { TableName, Key: Key("1") })).Item).toEqual(Item("1"));
    const change = { UpdateExpression: "SET n = :n", ExpressionAttributeValues: { ":n": { N: "5" } } };
    await call("UpdateItem", { TableName, Key: Key("2"), ...change });
    const query = { KeyConditionExpression: "PK = :p", ExpressionAttributeValues: { ":p": { S: "2" } } };
    expect((await call("Query", { TableName, ...query })).Items).toEqual([{ ...Item("2"), n: { N: "5" } }]);
    expect((await call("Scan", { TableName })).Count).toBe(2);
    await call("DeleteItem", { TableName, Key: Key("2") });
    await call("BatchWriteItem", { RequestItems: { [TableName]: [{ PutRequest: { Item: Item("3") } }] } });
    const Keys = [Key("2"), Key("3")];
    const batch = await call("BatchGetItem", { RequestItems: { [TableName]: { Keys } } });
    expect(batch.Responses[TableName]).toEqual([Item("3")]);
    await call("TransactWriteItems", { TransactItems: [{ Put: { TableName, Item: Item("4") } }] });
    const gets = await call("TransactGetItems", { TransactItems: [{ Get: { TableName, Key: Key("4") } }] });
    expect(gets.Responses).toEqual([{ Item: Item("4") }]);
    const Statement = `SELECT * FROM ${TableName} WHERE PK='4'`;
    expect((await call("ExecuteStatement", { Statement })).Items).toEqual([Item("4")]);
    const several = await call("BatchExecuteStatement", { Statements: [{ Statement }] });
    expect(several.Responses[0].Item).toEqual(Item("4"));
    const all = await call("ExecuteTransaction", { TransactStatements: [{ Statement }] });
    expect(all.Responses).toEqual([{ Item: Item("4") }]);
    const ConditionExpression = "attribute_not_exists(PK)";
    const again = { TableName, Item: Item("4"), ConditionExpression };
    expect(await cli().errorOf("dynamodb", "PutItem", again)).toBe("ConditionalCheckFailedException");
  });

  test("dynamodbstreams: its stream, and its end", async () => {
    const stream = (operation: string, input: object) => cli().call("dynamodbstreams", operation, input);
    const StreamArn = Streams.parse(await stream("ListStreams", { TableName })).Streams[0]?.StreamArn;
    const { StreamDescription } = await stream("DescribeStream", { StreamArn });
    expect(StreamDescription).toMatchObject({ TableName, StreamStatus: "ENABLED" });
    await call("DeleteTable", { TableName });
    expect(await cli().errorOf("dynamodb", "DescribeTable", { TableName })).toBe("ResourceNotFoundException");
  });
}
