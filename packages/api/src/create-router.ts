import { OpenAPIHono } from "@hono/zod-openapi";
import type { Caller, GatewayEvent, Identity } from "./caller";
import { invalidRequest } from "./invalid-request";

export interface ApiEnv {
  /** The event that API Gateway invoked the function with. */
  Bindings: { event?: GatewayEvent };
  Variables: {
    /** Who calls; null for nobody that we know. */
    identity: Identity | null;
    /** Who calls, on every route that is not public: `allow` puts them there. */
    caller: Caller;
  };
}

/** A router whose bodies, queries and headers are checked against their schemas. */
export function createRouter() {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidRequest(result.target, result.error);
    },
  });
}
