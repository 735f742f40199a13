import { createRoute, type RouteConfig } from "@hono/zod-openapi";
import { type Access, allow } from "./access";

/** The OpenAPI extension that tells a route's rule. */
export const accessExtension = "x-access";

/** A route with the rule that it is held to; there is no other way to make one. */
export function defineRoute<
  P extends string,
  R extends Omit<RouteConfig, "path" | "middleware" | "security"> & { path: P; access: Access },
>({ access, ...route }: R) {
  return createRoute({
    ...route,
    middleware: allow(access),
    ...(access === "public" && { security: [] }),
    [accessExtension]: access,
  });
}
