import {
  BatchExecuteStatementCommand,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ExecuteStatementCommand,
  ExecuteTransactionCommand,
  GetItemCommand,
  ListTablesCommand,
  ListTagsOfResourceCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TagResourceCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UntagResourceCommand,
  UpdateItemCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import type { WalkPlace } from "./walk-place.fixture";

const TableName = "walk";
const Item = (key: string, n = 1) => ({ PK: { S: "p" }, SK: { S: key }, n: { N: String(n) } });
const Key = (key: string) => ({ PK: { S: "p" }, SK: { S: key } });

/** DynamoDB, each call of the engine's by AWS's own client. */
export function walkTables(place: () => WalkPlace): void {
  test("dynamodb: a table is made, changed, described, tagged and listed", async () => {
    const { dynamodb } = place();
    await dynamodb.send(
      new CreateTableCommand({
        TableName,
        KeySchema: [
          { AttributeName: "PK", KeyType: "HASH" },
          { AttributeName: "SK", KeyType: "RANGE" },
        ],
        AttributeDefinitions: [
          { AttributeName: "PK", AttributeType: "S" },
          { AttributeName: "SK", AttributeType: "S" },
        ],
        BillingMode: "PAY_PER_REQUEST",
        StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
      }),
    );
    await dynamodb.send(
      new UpdateTableCommand({
        TableName,
        AttributeDefinitions: [
          { AttributeName: "PK", AttributeType: "S" },
          { AttributeName: "SK", AttributeType: "S" },
          { AttributeName: "G", AttributeType: "S" },
        ],
        GlobalSecondaryIndexUpdates: [
          {
            Create: {
              IndexName: "by-g",
              KeySchema: [{ AttributeName: "G", KeyType: "HASH" }],
              Projection: { ProjectionType: "ALL" },
            },
          },
        ],
      }),
    );
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
    expect(Table?.GlobalSecondaryIndexes).toMatchObject([{ IndexName: "by-g" }]);
    const TimeToLiveSpecification = { AttributeName: "until", Enabled: true };
    await dynamodb.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
    const ttl = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(ttl.TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: "ENABLED", AttributeName: "until" });
    const ResourceArn = Table?.TableArn;
    const tags = async () => (await dynamodb.send(new ListTagsOfResourceCommand({ ResourceArn }))).Tags ?? [];
    await dynamodb.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: "a", Value: "b" }] }));
    expect(await tags()).toEqual([{ Key: "a", Value: "b" }]);
    await dynamodb.send(new UntagResourceCommand({ ResourceArn, TagKeys: ["a"] }));
    expect(await tags()).toEqual([]);
    expect((await dynamodb.send(new ListTablesCommand({}))).TableNames).toContain(TableName);
  });

  test("dynamodb: items are put, read, changed, queried and scanned in pages, and deleted", async () => {
    const { dynamodb } = place();
    const get = async (key: string) =>
      (await dynamodb.send(new GetItemCommand({ TableName, Key: Key(key), ConsistentRead: true }))).Item;
    for (const key of ["1", "2", "3"])
      await dynamodb.send(new PutItemCommand({ TableName, Item: Item(key) }));
    const updated = await dynamodb.send(
      new UpdateItemCommand({
        TableName,
        Key: Key("1"),
        UpdateExpression: "ADD n :one",
        ExpressionAttributeValues: { ":one": { N: "1" } },
        ReturnValues: "UPDATED_NEW",
      }),
    );
    expect(updated.Attributes).toEqual({ n: { N: "2" } });
    expect(await get("1")).toEqual(Item("1", 2));
    const ConditionExpression = "attribute_not_exists(PK)";
    const again = new PutItemCommand({ TableName, Item: Item("1"), ConditionExpression });
    await expect(dynamodb.send(again)).rejects.toThrow(
      expect.objectContaining({ name: "ConditionalCheckFailedException" }),
    );
    const query = {
      TableName,
      KeyConditionExpression: "PK = :p",
      ExpressionAttributeValues: { ":p": { S: "p" } },
      Limit: 2,
    };
    const first = await dynamodb.send(new QueryCommand(query));
    const rest = { ...query, ExclusiveStartKey: first.LastEvaluatedKey };
    const second = await dynamodb.send(new QueryCommand(rest));
    expect([first.Count, second.Count]).toEqual([2, 1]);
    const scanned = await dynamodb.send(
      new ScanCommand({
        TableName,
        FilterExpression: "n > :n",
        ExpressionAttributeValues: { ":n": { N: "1" } },
      }),
    );
    expect(scanned).toMatchObject({ Count: 1, ScannedCount: 3 });
    await dynamodb.send(new DeleteItemCommand({ TableName, Key: Key("3") }));
    expect(await get("3")).toBeUndefined();
  });

  test("dynamodb: several items at once, all or nothing, and by PartiQL", async () => {
    const { dynamodb } = place();
    const PutRequest = { Item: Item("4") };
    await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest }] } }));
    const RequestItems = { [TableName]: { Keys: [Key("1"), Key("4")] } };
    const batch = await dynamodb.send(new BatchGetItemCommand({ RequestItems }));
    expect(batch.Responses?.[TableName]).toHaveLength(2);
    const ConditionExpression = "attribute_not_exists(PK)";
    const transaction = dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName, Item: Item("5") } },
          { Put: { TableName, Item: Item("1"), ConditionExpression } },
        ],
      }),
    );
    await expect(transaction).rejects.toThrow(
      expect.objectContaining({
        name: "TransactionCanceledException",
        CancellationReasons: [
          expect.objectContaining({ Code: "None" }),
          expect.objectContaining({ Code: "ConditionalCheckFailed" }),
        ],
      }),
    );
    const Put = { TableName, Item: Item("6") };
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] }));
    const gets = ["5", "6"].map((key) => ({ Get: { TableName, Key: Key(key) } }));
    const got = await dynamodb.send(new TransactGetItemsCommand({ TransactItems: gets }));
    expect(got.Responses?.map((each) => each.Item?.SK?.S)).toEqual([undefined, "6"]);
    const Statement = `SELECT * FROM "${TableName}" WHERE PK='p' AND SK='6'`;
    expect((await dynamodb.send(new ExecuteStatementCommand({ Statement }))).Items).toEqual([Item("6")]);
    const several = await dynamodb.send(new BatchExecuteStatementCommand({ Statements: [{ Statement }] }));
    expect(several.Responses).toMatchObject([{ Item: Item("6") }]);
    const all = await dynamodb.send(new ExecuteTransactionCommand({ TransactStatements: [{ Statement }] }));
    expect(all.Responses).toMatchObject([{ Item: Item("6") }]);
  });

  test("dynamodb: a table that is deleted is gone", async () => {
    const { dynamodb } = place();
    await dynamodb.send(new DeleteTableCommand({ TableName }));
    await expect(dynamodb.send(new DescribeTableCommand({ TableName }))).rejects.toThrow(
      expect.objectContaining({ name: "ResourceNotFoundException" }),
    );
  });
}
