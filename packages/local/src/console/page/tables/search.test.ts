import { expect, test } from "vitest";
import type { Table } from "../aws/tables";
import { requestOf, searchOf } from "./search";

const table: Table = {
  name: "orders",
  indexes: [
    { name: "", partition: { name: "PK", type: "S" }, sort: { name: "SK", type: "S" } },
    { name: "byDay", partition: { name: "day", type: "S" }, sort: { name: "number", type: "N" } },
  ],
};
const request = (query: string) => requestOf(table, searchOf(new URLSearchParams(query)));

test("without anything asked, the table is scanned", () => {
  expect(request("")).toEqual({ operation: "Scan", input: { TableName: "orders" } });
});

test("a query by key puts reserved words out of the way and types by the key", () => {
  expect(request("mode=query&index=byDay&partition=today&comparison=between&sort=1&sortTo=9")).toEqual({
    operation: "Query",
    input: {
      TableName: "orders",
      IndexName: "byDay",
      KeyConditionExpression: "#partition = :partition AND #sort BETWEEN :sort AND :sortTo",
      ScanIndexForward: true,
      ExpressionAttributeNames: { "#partition": "day", "#sort": "number" },
      ExpressionAttributeValues: { ":partition": { S: "today" }, ":sort": { N: "1" }, ":sortTo": { N: "9" } },
    },
  });
});

test("without a sort key the whole partition is asked for, backwards if wanted", () => {
  const { input } = request("mode=query&partition=a&newestFirst=true");
  expect(input).toMatchObject({ KeyConditionExpression: "#partition = :partition", ScanIndexForward: false });
});

test.each([
  ["begins_with", "#partition = :partition AND begins_with(#sort, :sort)"],
  [">=", "#partition = :partition AND #sort >= :sort"],
])("a sort key is compared by %s", (comparison, condition) => {
  const query = new URLSearchParams({ mode: "query", partition: "a", sort: "b", comparison });
  expect(requestOf(table, searchOf(query)).input).toMatchObject({ KeyConditionExpression: condition });
});

test("an attribute is asked for, and for what it contains", () => {
  expect(request("attribute=state").input).toMatchObject({
    FilterExpression: "attribute_exists(#attribute)",
  });
  expect(request("attribute=state&contains=OPEN").input).toMatchObject({
    FilterExpression: "contains(#attribute, :contains)",
    ExpressionAttributeValues: { ":contains": { S: "OPEN" } },
  });
});
