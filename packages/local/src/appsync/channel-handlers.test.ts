import { expect, test } from "vitest";
import { loadHandlers } from "./channel-handlers";

const run = (body: string, context: Record<string, unknown> = {}) =>
  loadHandlers(
    "shop",
    `import { util } from '@aws-appsync/utils';\nexport function onSubscribe(ctx) { ${body} }`,
  ).run("onSubscribe", "function", context).value;

test("runs a handler on its context", () => {
  expect(run("return ctx.info.channel.path;", { info: { channel: { path: "/shop/x" } } })).toBe("/shop/x");
});

test("refuses where the handler does, and where it fails or never ends", () => {
  expect(() => run("util.unauthorized();")).toThrow(
    expect.objectContaining({ errorType: "UnauthorizedException" }),
  );
  expect(() => run("util.error('closed', 'ShopClosed');")).toThrow(
    expect.objectContaining({ errorType: "ShopClosed", message: "closed" }),
  );
  expect(() => run("return ctx.nothing.here;")).toThrow();
  expect(() => run("for (;;) {}")).toThrow();
});

test("takes what bundlers write: exports in one list, imports by double quotes", () => {
  const handlers = loadHandlers(
    "shop",
    'import { util } from "@aws-appsync/utils";\nconst check = (ctx) => { if (!ctx.ok) util.unauthorized(); };\nexport {\n  check as onSubscribe\n};\n',
  );
  expect([handlers.kindOf("onSubscribe"), handlers.kindOf("onPublish")]).toEqual(["function", undefined]);
  expect(() => handlers.run("onSubscribe", "function", {})).toThrow();
  handlers.run("onSubscribe", "function", { ok: true });
});

test("gives a handler nothing of this process", () => {
  expect(run("return [typeof process, typeof require, typeof globalThis.fetch];")).toEqual([
    "undefined",
    "undefined",
    "undefined",
  ]);
  expect(() => run("return ctx.constructor.constructor('return process')();")).toThrow();
});

test("refuses at run time, by its name, what the modules do not have here", () => {
  expect(() => run("return util.time.nowISO8601();")).toThrow("util.time is not supported here");
  const module = 'import * as ddb from "@aws-appsync/utils/dynamodb";\nexport const onSubscribe = ';
  const handlers = loadHandlers(
    "shop",
    `${module}{ request(ctx) { return ddb.put({ key: { PK: "1" } }); }, response() {} };`,
  );
  expect(handlers.kindOf("onSubscribe")).toBe("request and response");
  expect(() => handlers.run("onSubscribe", "request", {})).toThrow("dynamodb.put is not supported here");
});

test("refuses a handler that is neither a function nor a whole pair when it is deployed", () => {
  expect(() => loadHandlers("shop", "export const onSubscribe = { request() {} };")).toThrow("onSubscribe");
  expect(() => loadHandlers("shop", "export const onPublish = 1;")).toThrow("onPublish");
});

test("refuses other imports and code that does not parse when it is deployed", () => {
  expect(() => loadHandlers("shop", "import fs from 'fs';\nexport function onSubscribe() {}")).toThrow(
    "shop",
  );
  expect(() => loadHandlers("shop", "import { util, extensions } from '@aws-appsync/utils';")).toThrow(
    "extensions",
  );
  expect(() => loadHandlers("shop", 'import { put } from "@aws-appsync/utils/dynamodb";')).toThrow(
    "dynamodb.put",
  );
  expect(() => loadHandlers("shop", 'import { sql } from "@aws-appsync/utils/rds";')).toThrow("rds");
  expect(() => loadHandlers("shop", "export function onSubscribe( {")).toThrow();
});
