import type { MiddlewareHandler, ValidationTargets } from "hono";
import { createMiddleware } from "hono/factory";
import { HTTPException } from "hono/http-exception";
import { validator } from "hono/validator";
import type * as z from "zod/mini";
import { type Access, allow } from "./access";
import type { ApiEnv } from "./api-env";
import { invalidRequest } from "./invalid-request";
import { limitBody } from "./limit-body";

/** The OpenAPI extension that tells a route's rule. */
export const accessExtension = "x-access";

/** What a route says of itself: what it is held to, and what `GET /openapi.json` tells of it. */
export interface RouteDeclaration {
  method: "get" | "put" | "post" | "patch" | "delete";
  /** With `{name}` for each part that varies. */
  path: `/${string}`;
  summary: string;
  access: Access;
  request: {
    query: z.ZodMiniObject;
    params?: z.ZodMiniObject;
    headers?: z.ZodMiniObject;
    /** JSON; where it need not be there, none is `{}`. */
    body?: {
      schema: z.ZodMiniObject;
      required: boolean;
      /** How much it may be; 16 kB if it does not say. */
      maxBytes?: number;
    };
  };
  /** What it answers when all went well; every other answer is an `ErrorBody`. */
  answer: { description: string; schema: z.ZodMiniType<object> };
}

/** A declared route with what every request to it passes first: its rule, then its schemas. */
export type Route<Declaration extends RouteDeclaration = RouteDeclaration> = Declaration & {
  checks: readonly MiddlewareHandler<ApiEnv>[];
};

/** A route with the rule that it is held to; there is no other way to make one. */
export function defineRoute<const Declaration extends RouteDeclaration>(
  declared: Declaration,
): Route<Declaration> {
  const { query, params, headers, body } = declared.request;
  const checks = [allow(declared.access), limitBody(body?.maxBytes), check("query", query)];
  if (params) checks.push(check("param", params));
  if (headers) checks.push(check("header", headers));
  if (body) checks.push(refuseOtherThanJson, check("json", body.schema));
  return { ...declared, checks };
}

/** Throws `invalid_request` unless that part of a request is as its schema wants it. */
function check(target: keyof ValidationTargets, schema: z.ZodMiniType): MiddlewareHandler<ApiEnv> {
  return validator(target, (given) => {
    const { data, error } = schema.safeParse(given);
    if (error) throw invalidRequest(target, error);
    return data;
  });
}

/** hono takes a body of another type for none, and what it says would be ignored. */
const refuseOtherThanJson = createMiddleware<ApiEnv>(async (c, next) => {
  const type = c.req.header("content-type");
  if (type !== undefined && !/^application\/([\w.-]+\+)?json\b/i.test(type)) throw new HTTPException(400);
  await next();
});
