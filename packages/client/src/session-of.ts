import { AppError } from "@serverlesspresso/contracts/error";
import type { SessionClient } from "./session";

type Getter = Pick<SessionClient, "get">;

/**
 * The session as long as it is this person's: what one of them began is never sent as another who signed in
 * here meanwhile. Its `get` throws `unauthenticated` then. Null is nobody, who has begun nothing.
 */
export function sessionOf(session: Getter, sub: string | null): Getter {
  return {
    async get(options) {
      const found = await session.get(options);
      if (sub === null || found === null || found.sub === sub) return found;
      throw new AppError("unauthenticated", "Somebody else has signed in here");
    },
  };
}
