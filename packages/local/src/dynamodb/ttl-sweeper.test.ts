import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { machineForTests, temporaryFolder } from "../machine-for-tests";
import { createDynamodbService, type DynamodbService } from "./dynamodb-service";

const place = temporaryFolder();
const machine = machineForTests(place.folder);
let dynamodb: DynamodbService;

beforeAll(async () => {
  dynamodb = await createDynamodbService(machine);
  await call("CreateTable", {
    KeySchema: [
      { AttributeName: "PK", KeyType: "HASH" },
      { AttributeName: "SK", KeyType: "RANGE" },
    ],
    AttributeDefinitions: [
      { AttributeName: "PK", AttributeType: "S" },
      { AttributeName: "SK", AttributeType: "S" },
    ],
    BillingMode: "PAY_PER_REQUEST",
  });
  await call("UpdateTimeToLive", { TimeToLiveSpecification: { AttributeName: "until", Enabled: true } });
  await dynamodb.start?.();
});
afterAll(async () => {
  await dynamodb.close?.();
  machine.clock.close();
  place.remove();
});

async function call(operation: string, input: object): Promise<object> {
  return (await dynamodb.operations?.[operation]?.({ TableName: "codes", ...input })) ?? {};
}

async function keysLeft(): Promise<string[]> {
  const Key = z.object({ SK: z.object({ S: z.string() }) });
  const { Items } = z.object({ Items: z.array(Key) }).parse(await call("Scan", { ConsistentRead: true }));
  return Items.map(({ SK }) => SK.S).sort();
}

test("items past their time are deleted by the machine's clock, and nothing else is", async () => {
  const now = Math.floor(machine.clock.seconds());
  const items = {
    past: { N: String(now - 5) },
    soon: { N: String(now + 60) },
    later: { N: String(now + 86_400) },
    ancient: { N: String(now - 6 * 365 * 86_400) },
    text: { S: String(now - 5) },
    none: undefined,
  };
  for (const [SK, until] of Object.entries(items)) {
    await call("PutItem", { Item: { PK: { S: "p" }, SK: { S: SK }, ...(until && { until }) } });
  }
  expect(await keysLeft()).toContain("past");
  // Each time anew: the sweeper may have set its next round after the clock was.
  const leftAfter = (seconds: number) => () => {
    machine.clock.advance(seconds);
    return keysLeft();
  };
  await expect.poll(leftAfter(16 * 60)).toEqual(["ancient", "later", "none", "text"]);
  await expect.poll(leftAfter(86_400)).toEqual(["ancient", "none", "text"]);
});
