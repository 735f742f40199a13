import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MemoryLineStore } from "../fakes/memory-line-store";
import { practisedLine, Teller, taken } from "../line/line-for-tests";
import { emptyLine } from "../line/line-row";
import type { LineStore } from "../line/line-store";
import { DynamoEngine, engineBinary } from "./dynamo-engine.fixture";
import { DynamoLineStore } from "./dynamo-line-store";

const binary = engineBinary();
let engine: DynamoEngine;
let tables = 0;

beforeAll(async () => {
  if (binary !== undefined) engine = await DynamoEngine.start(binary);
});
afterAll(() => engine?.stop());

async function createDynamoStore(): Promise<LineStore> {
  const table = `lines-${++tables}`;
  await engine.createTable(table);
  return new DynamoLineStore(engine.client, table);
}

const line = taken([new Teller().change({ second: 0, state: "SUBMITTED" })], practisedLine(5, 60));

describe.each([
  { name: "in memory", create: async (): Promise<LineStore> => new MemoryLineStore(), isThere: true },
  { name: "in DynamoDB", create: createDynamoStore, isThere: binary !== undefined },
])("the line store $name", ({ create, isThere }) => {
  let store: LineStore;
  beforeEach(async () => {
    if (isThere) store = await create();
  });

  it.runIf(isThere)("gives back the line that it was given, an empty one for a shop without", async () => {
    expect(await store.read("default")).toEqual({ row: emptyLine, revision: 0 });
    expect(await store.save("default", 0, line)).toBe(true);
    expect(await store.read("default")).toEqual({ row: line, revision: 1 });
    expect(await store.read("park")).toEqual({ row: emptyLine, revision: 0 });
  });

  it.runIf(isThere)("of several who read the same line lets one write", async () => {
    for (const revision of [0, 1]) {
      const saved = await Promise.all([1, 2, 3].map(() => store.save("default", revision, line)));
      expect(saved.filter(Boolean)).toHaveLength(1);
    }
  });
});

describe.runIf(binary !== undefined)("the line of a shop", () => {
  it("that cannot be read is begun anew, so that nobody is kept from ordering", async () => {
    const store = await createDynamoStore();
    const Item = { PK: "line#default", revision: 3, line: { orders: "none" } };
    await engine.client.send(new PutCommand({ TableName: `lines-${tables}`, Item }));
    expect(await store.read("default")).toEqual({ row: emptyLine, revision: 3 });
    expect(await store.save("default", 3, line)).toBe(true);
    expect(await store.read("default")).toEqual({ row: line, revision: 4 });
  });
});
