import { expect, test } from "vitest";
import { filterEvents, filterOf } from "./event-filter";

const record = (id: string, source: string, type: string, detail: Record<string, unknown>) => ({
  event: { id, source, "detail-type": type, time: "2026-01-01T00:00:00Z", detail },
  bus: "shop",
  at: 0,
  deliveries: [],
});
const records = [
  record("a", "till", "Sold", { price: 3 }),
  record("b", "till", "Returned", { price: 30 }),
  record("c", "stock", "Sold", { item: "Cup" }),
];
const ids = (query: Record<string, string>) =>
  filterEvents(records, filterOf(new URLSearchParams(query))).passed.map(({ event }) => event.id);

test.each([
  [{}, ["a", "b", "c"]],
  [{ source: "till" }, ["a", "b"]],
  [{ source: "till", type: "Sold" }, ["a"]],
  [{ text: " cup " }, ["c"]],
  [{ pattern: '{"detail":{"price":[{"numeric":[">",10]}]}}' }, ["b"]],
])("%j lets through %j", (query, passed) => {
  expect(ids(query)).toEqual(passed);
});

test("a pattern that is none lets nothing through and says why", () => {
  const { passed, problem } = filterEvents(
    records,
    filterOf(new URLSearchParams({ pattern: '{"source":[]}' })),
  );
  expect(passed).toEqual([]);
  expect(problem).toContain("Empty arrays are not allowed");
});
