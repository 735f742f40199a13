import { AppError } from "@serverlesspresso/contracts/error";
import { type Role, rolesIn } from "@serverlesspresso/contracts/role";
import { z } from "zod";

/** Who calls, by the token that the authorizer has verified. */
export interface Caller {
  sub: string;
  username: string;
  roles: ReadonlySet<Role>;
}

/** API Gateway hands every claim over as text, a list as "[barista manager]". */
const Groups = z
  .union([z.string(), z.array(z.string())])
  .transform((groups) =>
    typeof groups === "string" ? groups.replace(/^\[|\]$/g, "").split(/[ ,]+/) : groups,
  )
  .transform((groups) => groups.filter((group) => group !== ""));

const Claims = z.object({
  sub: z.string().min(1),
  username: z.string().optional(),
  token_use: z.literal("access"),
  "cognito:groups": Groups.default([]),
});

/** What of API Gateway's event the API reads. */
export interface GatewayEvent {
  requestContext?: { authorizer?: { jwt?: { claims?: unknown } }; requestId?: string };
}

/** The caller of a request to one shop; throws `unauthenticated` unless it came with an access token. */
export function callerOf(event: GatewayEvent | undefined, eventId: string): Caller {
  const claims = Claims.safeParse(event?.requestContext?.authorizer?.jwt?.claims);
  if (!claims.success) throw new AppError("unauthenticated", "Please sign in.");
  const { sub, username, "cognito:groups": groups } = claims.data;
  return { sub, username: username ?? sub, roles: rolesIn(eventId, groups) };
}
