import { AddressConfirmed, replacePassword } from "./account/replace-password";
import { cognitoPasswords } from "./aws/cognito-passwords";

const setPassword = cognitoPasswords();

/** Cognito wants its event back. */
export async function handler(event: unknown): Promise<unknown> {
  await replacePassword(AddressConfirmed.parse(event), setPassword);
  return event;
}
