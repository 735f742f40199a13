import type { Context, Handler } from "hono";
import type * as z from "zod/mini";
import type { ApiEnv } from "./api-env";
import type { Route, RouteDeclaration } from "./define-route";

/** What is valid of a request, by the names under which `c.req.valid` gives it. */
type Valid<Request extends RouteDeclaration["request"]> = {
  query: z.output<Request["query"]>;
  param: Request extends { params: infer Params extends z.ZodMiniType } ? z.output<Params> : never;
  header: Request extends { headers: infer Headers extends z.ZodMiniType } ? z.output<Headers> : never;
  json: Request extends { body: { schema: infer Body extends z.ZodMiniType } } ? z.output<Body> : never;
};

/** A request that has passed the checks of its route. */
export type RouteContext<R extends RouteDeclaration> = Context<ApiEnv, string, { out: Valid<R["request"]> }>;

/** A route and what it does. */
export interface ServedRoute {
  route: Route;
  handler: Handler<ApiEnv>;
}

/** Gives a route what it does: to resolve to what its schema says, or to throw an AppError. */
export function serve<R extends Route>(
  route: R,
  answer: (c: RouteContext<R>) => Promise<z.output<R["answer"]["schema"]>>,
): ServedRoute {
  // What is valid has been put there by the route's checks.
  return { route, handler: async (c) => c.json(await answer(c as unknown as RouteContext<R>)) };
}
