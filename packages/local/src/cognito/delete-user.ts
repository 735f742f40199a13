import type { Cognito } from "./cognito";
import type { User } from "./records";

/** Deletes a user with every sign-in they have or have begun; the address may then sign up anew. */
export async function deleteUser({ store, tokens, users }: Cognito, user: User): Promise<void> {
  const begun = [...store.sessions.rows()].filter((session) => session.sub === user.sub);
  await Promise.all([
    users.delete(user),
    tokens.revokeAll(user),
    ...begun.map((session) => store.sessions.delete(session.id)),
  ]);
}
