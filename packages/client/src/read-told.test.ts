import { ErrorBody } from "@serverlesspresso/contracts/error";
import { QueueMessage } from "@serverlesspresso/contracts/live";
import { Order, OrderList, Ticket } from "@serverlesspresso/contracts/order";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readTold } from "./read-told";
import { order, ticket } from "./test-orders";

const Commanded = z.union([Ticket, Order]);
const serverTime = "2026-11-22T10:00:00.000Z";
const read = <T>(schema: z.ZodMiniType<T>, told: unknown) => readTold(schema, structuredClone(told)).data;

describe("what a newer server tells", () => {
  it("is read without the fields that are new, wherever they are", () => {
    expect(read(Order, { ...order(), mood: "good" })).toEqual(order());
    const list = { orders: [order(), { ...order({ id: "b" }), mood: "good" }], serverTime, next: "b" };
    expect(read(OrderList, list)).toEqual({ orders: [order(), order({ id: "b" })], serverTime });
    const error = { code: "order_conflict", message: "No.", order: { ...order(), mood: "good" } };
    expect(read(ErrorBody, { error })?.error.order).toEqual(order());
    const message = { type: "order", order: { ...ticket(), mood: "good" } };
    expect(read(QueueMessage, message)).toEqual({ type: "order", order: ticket() });
  });

  it("is read as what has most in common with it", () => {
    expect(read(Commanded, { ...ticket(), mood: "good" })).toEqual(ticket());
    expect(read(Commanded, { ...order(), mood: "good" })).toEqual(order());
  });

  it("is not read where something is missing or of another kind", () => {
    const { number: _, ...numberless } = order();
    expect(read(Order, { ...numberless, mood: "good" })).toBeUndefined();
    expect(read(Commanded, { ...order({ version: -1 }), mood: "good" })).toBeUndefined();
    expect(read(Order, "an order")).toBeUndefined();
  });
});
