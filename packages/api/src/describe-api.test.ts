import { expect, it } from "vitest";
import * as z from "zod/mini";
import { createApp } from "./app";
import { MemoryPorts } from "./fakes/memory-ports";

const Operation = z.object({
  summary: z.string(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean() })),
  requestBody: z.optional(z.unknown()),
  responses: z.object({ 200: z.unknown(), default: z.unknown() }),
});
const Document = z.object({
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});
const document = Document.parse(await (await createApp(new MemoryPorts()).request("/openapi.json")).json());
const operation = (method: string, path: string) => document.paths[path]?.[method];
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const named = (name: string) => ({ $ref: `#/components/schemas/${name}` });

it("has every schema that it refers to, and none that nothing refers to", () => {
  const text = JSON.stringify(document);
  const meant = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref);
  const there = Object.keys(document.components.schemas).map((name) => named(name).$ref);
  expect([...new Set(meant)].sort()).toEqual(there.sort());
});

it("tells what a route wants, what it answers, and what it answers instead", () => {
  const submit = operation("put", "/orders/{id}");
  expect(submit?.parameters.map(({ name, in: where, required }) => [where, name, required])).toEqual([
    ["path", "id", true],
    ["query", "eventId", false],
    ["header", "idempotency-key", true],
  ]);
  expect(submit?.requestBody).toEqual({ required: true, ...json(named("DrinkOrder")) });
  expect(submit?.responses).toMatchObject({
    200: json({ anyOf: [named("Ticket"), named("Order")] }),
    default: json(named("ErrorBody")),
  });
});

it("tells which body need not be there, and which route takes none", () => {
  expect(operation("post", "/orders/{id}/cancel")?.requestBody).toMatchObject({ required: false });
  expect(operation("post", "/orders/{id}/make")).not.toHaveProperty("requestBody");
});

it("describes what is sent, not what it is turned into", () => {
  const { RedeemCode, DrinkOrder } = document.components.schemas;
  expect(RedeemCode).toMatchObject({ properties: { code: { type: "string", maxLength: 40 } } });
  expect(DrinkOrder).toMatchObject({ required: ["drink"], additionalProperties: false });
});
