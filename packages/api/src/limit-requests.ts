import { AppError } from "@serverlesspresso/contracts/error";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "./api-env";
import type { Ports } from "./ports";
import { RateLimit, type RequestLimits } from "./rate-limits";

/**
 * Refuses whoever sends too much: 429 `rate_limited`, with when to come again. Each instance of the function
 * counts for itself, so on AWS somebody may get as many times the rate as there are instances; it stops one
 * client that runs wild from taking an instance for itself. The stage's throttle bounds the whole.
 */
export function limitRequests({ clock }: Pick<Ports, "clock">, limits: RequestLimits) {
  const byUser = new RateLimit(limits.user);
  const byAddress = new RateLimit(limits.address);
  return createMiddleware<ApiEnv>(async (c, next) => {
    const address = c.env?.event?.requestContext?.http?.sourceIp;
    const user = c.var.identity?.sub;
    const waits = await Promise.all([
      address === undefined ? 0 : byAddress.count(address),
      user === undefined ? 0 : byUser.count(user),
    ]);
    const waitMs = Math.max(...waits);
    if (waitMs > 0) {
      throw new AppError("rate_limited", "That was too much at once. Please wait a moment.", {
        retryAt: new Date(clock.now() + waitMs).toISOString(),
      });
    }
    await next();
  });
}
