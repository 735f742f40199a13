import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "./api-env";
import { log } from "./log";

/** One line a request. The path holds an order's id at the most. */
export const logRequests = createMiddleware<ApiEnv>(async (c, next) => {
  const startedAt = performance.now();
  await next();
  log("info", "request", {
    requestId: c.env?.event?.requestContext?.requestId,
    method: c.req.method,
    path: c.req.path,
    status: c.res.status,
    durationMs: Math.round(performance.now() - startedAt),
  });
});
