import { expect, test } from "vitest";
import { mentions, narrowTerms, termsIn } from "./terms";

const event = (detail: Record<string, unknown>) => ({
  id: "e",
  source: "s",
  "detail-type": "t",
  time: "2026-01-01T00:00:00Z",
  detail,
});
const order = { key: "orderId", value: "1" };
const customer = { key: "userId", value: "1" };
const shop = { key: "shopId", value: "default" };

test("what is named like an id can be followed, at any depth, each once", () => {
  const detail = { orderId: "1", userId: 7, note: "hello", lines: [{ itemId: "a" }, { itemId: "a" }] };
  expect(termsIn(detail)).toEqual([
    { key: "orderId", value: "1" },
    { key: "userId", value: "7" },
    { key: "itemId", value: "a" },
  ]);
});

test("what several share is too broad to follow one by", () => {
  const events = [
    event({ orderId: "1", userId: "1", shopId: "default" }),
    event({ orderId: "2", userId: "1", shopId: "default" }),
  ];
  expect(narrowTerms([order, customer, shop], events)).toEqual([order]);
});

test("while nothing tells them apart, all are followed", () => {
  const events = [event({ orderId: "1", userId: "1" })];
  expect(narrowTerms([order, customer], events)).toEqual([order, customer]);
});

test("a short value counts under its own name only, one that is as good as unique under any", () => {
  expect(mentions({ detail: { orderId: "1" } }, [order])).toBe(true);
  expect(mentions({ detail: { userId: "1", count: 1 } }, [order])).toBe(false);
  const execution = { key: "execution", value: "0b7e1c5e-5f61-4f2e-9d0a-1c2d3e4f5a6b" };
  expect(mentions({ owner: execution.value }, [execution])).toBe(true);
  expect(mentions({ owner: "another" }, [execution])).toBe(false);
});
