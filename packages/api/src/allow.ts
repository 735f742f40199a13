import { AppError } from "@serverlesspresso/contracts/error";
import type { Role } from "@serverlesspresso/contracts/role";
import { createMiddleware } from "hono/factory";
import { callerOf } from "./caller";
import type { ApiEnv } from "./create-router";
import { invalidRequest } from "./invalid-request";
import { ShopQuery } from "./request-parts";

/**
 * The rule of a route: which roles in the shop of the request may call it, any one of them. Everybody who is
 * signed in is a customer, whose orders are their own: the verbs see to that. A manager is a barista too.
 * Routes without a rule are public.
 */
export function allow(...roles: readonly Role[]) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const query = ShopQuery.safeParse(c.req.query());
    const caller = callerOf(c.env?.event, query.data?.eventId ?? "");
    if (!query.success) throw invalidRequest("query", query.error);
    if (!roles.some((role) => caller.roles.has(role))) {
      throw new AppError("forbidden", "You may not do this in this shop.");
    }
    c.set("caller", caller);
    await next();
  });
}
