import { ConditionalCheckFailedException, TransactionConflictException } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it, vi } from "vitest";
import { shop } from "../fakes/memory-ports";
import { newOrder } from "../orders/new-order";
import { metCondition } from "./document-client";
import { DynamoMenuStore } from "./dynamo-menu-store";
import { DynamoOrderStore } from "./dynamo-order-store";
import { DynamoRevocations } from "./dynamo-revocations";
import { DynamoShopStore } from "./dynamo-shop-store";
import { DynamoValidatorStore } from "./dynamo-validator-store";

const told = { $metadata: {}, message: "" };
const conflict = new TransactionConflictException(told);

describe("the condition of a write", () => {
  it("that a transaction came before is asked again", async () => {
    const write = vi.fn().mockRejectedValueOnce(conflict).mockResolvedValueOnce({});
    expect(await metCondition(write)).toBe(true);
    expect(write).toHaveBeenCalledTimes(2);
  });

  it("is not met where the table says so, also after a transaction", async () => {
    const refused = new ConditionalCheckFailedException(told);
    expect(await metCondition(vi.fn().mockRejectedValueOnce(conflict).mockRejectedValueOnce(refused))).toBe(
      false,
    );
  });

  it("is not known while nothing but transactions answer, nor where the table fails", async () => {
    await expect(metCondition(() => Promise.reject(conflict))).rejects.toBe(conflict);
    await expect(metCondition(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
  });
});

describe("a transaction that stays in the way", () => {
  const client = { send: () => Promise.reject(conflict) };
  const table = client as unknown as DynamoDBDocumentClient; // `send` is all that the stores call
  const orders = new DynamoOrderStore(table, "orders");
  const shops = new DynamoShopStore(table, "config");
  const menus = new DynamoMenuStore(table, "config");
  const validator = new DynamoValidatorStore(table, { orders: "orders", validator: "validator" });
  const ref = { eventId: "default", id: "1" };
  const draft = { version: 1, drinks: [], changedBy: null, changedByUserId: null, changedAt: null };
  const order = newOrder({ ...ref, userId: "carla", shop, at: 0, code: null });

  it.concurrent.each([
    ["a place that is given back", () => validator.returnPlace("default", "34679CDFGH", "1")],
    ["an order that is begun", () => orders.create(order)],
    ["a follow-up that is taken off", () => orders.removeFollowUp(ref, "v2")],
    ["a place in the shop that is freed", () => shops.removeLease("default", "1", "run-1")],
    ["a shop that was announced", () => shops.markAnnounced("default", 2)],
    ["a shop that is set", () => shops.change(shop, { ...shop })],
    ["a draft that is kept", () => menus.saveDraft("default", null, draft)],
    ["a manager who is forgotten", () => shops.forgetChanger("default", { id: "marta", name: "Marta" })],
    ["a token that is killed", () => new DynamoRevocations(table, "validator").revoke("ana", 1)],
  ])("is no answer about %s", async (_what, write) => {
    await expect(write()).rejects.toBe(conflict);
  });

  it("has a save tried again by whoever read", async () => {
    expect(await orders.save(order, order, null)).toBe(false);
  });
});
