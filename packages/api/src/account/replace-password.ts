import { randomBytes } from "node:crypto";
import * as z from "zod/mini";

/**
 * What Cognito tells once somebody has confirmed an address:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html
 */
export const AddressConfirmed = z.looseObject({
  userPoolId: z.string(),
  userName: z.string(),
});
export type AddressConfirmed = z.infer<typeof AddressConfirmed>;

/** Sets a password for good. */
export type SetPassword = (user: { userPoolId: string; userName: string; password: string }) => Promise<void>;

/**
 * Gives whoever has confirmed an address a password that nobody knows. Signing up is open to everybody and takes
 * one: somebody else may have begun with this address, and a password of theirs, before its owner came.
 */
export async function replacePassword(
  { userPoolId, userName }: AddressConfirmed,
  setPassword: SetPassword,
): Promise<void> {
  // Letters of both kinds, a digit and a sign, whatever is drawn: every policy asks for those.
  const password = `${randomBytes(48).toString("base64url")}aA1!`;
  await setPassword({ userPoolId, userName, password });
}
