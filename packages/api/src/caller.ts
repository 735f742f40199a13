import { AppError } from "@serverlesspresso/contracts/error";
import { type Role, rolesIn } from "@serverlesspresso/contracts/role";
import { createMiddleware } from "hono/factory";
import * as z from "zod/mini";
import type { ApiEnv } from "./api-env";
import type { Ports } from "./ports";

/** Who sent a request, by the token that the authorizer has verified. */
export interface Identity {
  sub: string;
  username: string;
  groups: readonly string[];
}

/** Who sent a request, as the shop knows them. */
export interface Caller extends Identity {
  roles: ReadonlySet<Role>;
  /** Whether the route's rule lets them touch every order of the shop, not only their own. */
  everyOrder: boolean;
}

/** API Gateway hands every claim over as text, a list as "[barista manager]". */
const Groups = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((groups) => {
    const each = typeof groups === "string" ? groups.replace(/^\[|\]$/g, "").split(/[ ,]+/) : groups;
    return each.filter((group) => group !== "");
  }),
);

const Claims = z.object({
  sub: z.string().check(z.minLength(1)),
  username: z.optional(z.string()),
  token_use: z.literal("access"),
  iat: z.coerce.number(),
  "cognito:groups": z._default(Groups, []),
});

/** What of API Gateway's event the API reads. */
export interface GatewayEvent {
  requestContext?: {
    authorizer?: { jwt?: { claims?: unknown } };
    http?: { sourceIp?: string };
    requestId?: string;
  };
}

/**
 * Finds out who calls: nobody without an access token, and nobody with one that is older than the moment
 * its bearer left the staff; a fresh one tells what they are now.
 */
export function identify({ revocations }: Pick<Ports, "revocations">) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const claims = Claims.safeParse(c.env?.event?.requestContext?.authorizer?.jwt?.claims);
    c.set("identity", claims.success ? await identityOf(claims.data) : null);
    await next();
  });

  async function identityOf({ sub, username, iat, "cognito:groups": groups }: z.infer<typeof Claims>) {
    const revokedAt = groups.length > 0 ? await revocations.revokedAt(sub) : null;
    if (revokedAt !== null && iat * 1000 <= revokedAt) return null;
    return { sub, username: username ?? sub, groups };
  }
}

/** The caller of a request to one shop; throws `unauthenticated` where nobody is known. */
export function callerOf(identity: Identity | null, eventId: string): Omit<Caller, "everyOrder"> {
  if (identity === null) throw new AppError("unauthenticated", "Please sign in.");
  return { ...identity, roles: rolesIn(eventId, identity.groups) };
}
