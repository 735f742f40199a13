import { AppError } from "@serverlesspresso/contracts/error";
import type { Role } from "@serverlesspresso/contracts/role";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "./api-env";
import { callerOf } from "./caller";
import { invalidRequest } from "./invalid-request";
import { ShopQuery } from "./request-parts";

/**
 * The rule of a route: everybody, or whoever has one of these roles in the shop of the request. `owner` is
 * whoever the order of the path belongs to. Everybody who is signed in is a customer, a manager is a barista.
 */
export type Access = "public" | readonly [Role | "owner", ...(Role | "owner")[]];

/** Holds a route to its rule. Whether an order is the caller's own is asked by `knownTo`, once it is read. */
export function allow(access: Access) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (access !== "public") {
      const query = ShopQuery.safeParse(c.req.query());
      const caller = callerOf(c.var.identity, query.data?.eventId ?? "");
      if (!query.success) throw invalidRequest("query", query.error);
      const may = (role: Role | "owner") => role !== "owner" && caller.roles.has(role);
      const everyOrder = access.some(may);
      if (!everyOrder && !access.includes("owner")) {
        throw new AppError("forbidden", "You may not do this in this shop.");
      }
      c.set("caller", { ...caller, everyOrder });
    }
    await next();
  });
}
