import { randomBytes } from "node:crypto";
import { AwsError } from "../aws-error";
import type { Cognito } from "./cognito";
import type { AuthSession, SentCode, User } from "./records";
import type { UserPoolClient } from "./user-pools";

/** Opens a session for the client's next call; its id is the answer's `Session`. */
export async function openSession(
  { store, machine }: Cognito,
  client: UserPoolClient,
  user: User,
  step: AuthSession["step"],
  code?: SentCode,
): Promise<string> {
  const now = machine.clock.now();
  store.dropExpired(now);
  const session: AuthSession = {
    id: randomBytes(48).toString("base64url"),
    poolId: client.poolId,
    clientId: client.id,
    sub: user.sub,
    step,
    code,
    expiresAt: now + client.settings.AuthSessionValidity * 60_000,
  };
  await store.sessions.put(session.id, session);
  return session.id;
}

/**
 * The session of this client, user and step.
 * @throws AwsError NotAuthorizedException when there is none, or it was used
 */
export function findSession(
  { store }: Cognito,
  id: string | undefined,
  client: UserPoolClient,
  user: User | undefined,
  step: AuthSession["step"],
): AuthSession {
  const session = store.sessions.get(id ?? "");
  if (!user || session?.sub !== user.sub || session.clientId !== client.id || session.step !== step) {
    throw new AwsError("NotAuthorizedException", "Invalid session for the user.");
  }
  return session;
}

/** @throws AwsError NotAuthorizedException */
export function checkNotExpired({ machine }: Cognito, session: AuthSession): void {
  if (session.expiresAt <= machine.clock.now()) {
    throw new AwsError("NotAuthorizedException", "Invalid session for the user, session is expired.");
  }
}
