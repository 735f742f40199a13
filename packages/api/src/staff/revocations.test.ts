import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DynamoEngine, engineBinary } from "../aws/dynamo-engine.fixture";
import { DynamoRevocations } from "../aws/dynamo-revocations";
import { MemoryRevocations } from "../fakes/memory-revocations";
import { RememberedRevocations } from "./remembered-revocations";
import type { Revocations } from "./revocations";

const binary = engineBinary();
let engine: DynamoEngine;
let tables = 0;

beforeAll(async () => {
  if (binary !== undefined) engine = await DynamoEngine.start(binary);
});
afterAll(() => engine?.stop());

async function createDynamoRevocations(): Promise<Revocations> {
  const table = `validator-${++tables}`;
  await engine.createTable(table);
  return new DynamoRevocations(engine.client, table);
}

describe.each([
  { name: "in memory", create: async (): Promise<Revocations> => new MemoryRevocations(), isThere: true },
  { name: "in DynamoDB", create: createDynamoRevocations, isThere: binary !== undefined },
])("revocations $name", ({ create, isThere }) => {
  it.runIf(isThere)("are there from when they were made, for that person alone", async () => {
    const revocations = await create();
    expect(await revocations.revokedAt("ana")).toBeNull();
    await revocations.revoke("ana", 1000);
    expect([await revocations.revokedAt("ana"), await revocations.revokedAt("ben")]).toEqual([1000, null]);
  });

  it.runIf(isThere)("never let an earlier moment take the place of a later one", async () => {
    const revocations = await create();
    await revocations.revoke("ana", 2000);
    await revocations.revoke("ana", 1000);
    expect(await revocations.revokedAt("ana")).toBe(2000);
  });

  it.runIf(isThere)("end with the account's tokens too", async () => {
    const revocations = await create();
    await revocations.revoke("ana", 2000);
    await revocations.end("ana", 1000);
    await revocations.end("ben", 1000);
    expect([await revocations.revokedAt("ana"), await revocations.revokedAt("ben")]).toEqual([2000, 1000]);
  });

  it.runIf(isThere)("let whoever put a later moment take it back, and nobody else", async () => {
    const revocations = await create();
    await revocations.revoke("ana", 300_000);
    await revocations.revoke("ana", 2000, 299_999);
    expect(await revocations.revokedAt("ana")).toBe(300_000);
    await revocations.revoke("ana", 2000, 300_000);
    expect(await revocations.revokedAt("ana")).toBe(2000);
  });
});

it.runIf(binary !== undefined)(
  "tell for as long as orders are kept who was staff, and of an account that is gone for a day",
  async () => {
    const revocations = await createDynamoRevocations();
    await revocations.revoke("ana", 0);
    await revocations.end("carla", 0);
    const table = { TableName: `validator-${tables}` };
    const { Items = [] } = await engine.client.send(new ScanCommand(table));
    const days = Items.map(({ PK, expiresAt }) => [PK, expiresAt / 86_400]);
    expect(Object.fromEntries(days)).toEqual({ "revoked#ana": 100, "revoked#carla": 1 });
  },
);

describe("remembered revocations", () => {
  const remember = () => {
    const clock = { now: 0 };
    const stored = new MemoryRevocations();
    const read = vi.spyOn(stored, "revokedAt");
    return { clock, stored, read, revocations: new RememberedRevocations(stored, { now: () => clock.now }) };
  };

  it("are read once in 20 seconds, also where there is none", async () => {
    const { clock, stored, read, revocations } = remember();
    for (const now of [0, 19_999]) {
      clock.now = now;
      expect(await revocations.revokedAt("ana")).toBeNull();
    }
    expect(read).toHaveBeenCalledTimes(1);
    await stored.revoke("ana", 1000);
    clock.now = 20_000;
    expect(await revocations.revokedAt("ana")).toBe(1000);
  });

  it("hold at once where they were made", async () => {
    const { revocations } = remember();
    await revocations.revokedAt("ana");
    await revocations.revoke("ana", 1000);
    expect(await revocations.revokedAt("ana")).toBe(1000);
  });

  it("do not remember that the table could not be read", async () => {
    const { read, revocations } = remember();
    read.mockRejectedValueOnce(new Error("down"));
    await expect(revocations.revokedAt("ana")).rejects.toThrow("down");
    expect(await revocations.revokedAt("ana")).toBeNull();
  });

  it("do not remember a moment that lies ahead: it is about to be taken back", async () => {
    const { stored, revocations } = remember();
    await stored.revoke("ana", 300_000);
    expect(await revocations.revokedAt("ana")).toBe(300_000);
    await stored.revoke("ana", 0, 300_000);
    expect(await revocations.revokedAt("ana")).toBe(0);
  });

  it("let the oldest go where there are too many", async () => {
    const { read, revocations } = remember();
    for (let n = 0; n <= 2_000; n += 1) await revocations.revokedAt(`person-${n}`);
    await revocations.revokedAt("person-2000");
    expect(read).toHaveBeenCalledTimes(2_001);
    await revocations.revokedAt("person-0");
    expect(read).toHaveBeenCalledTimes(2_002);
  });
});
