import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { AddressConfirmed, replacePassword } from "./account/replace-password";

const cognito = new CognitoIdentityProviderClient();

/** Cognito wants its event back. */
export async function handler(event: unknown): Promise<unknown> {
  await replacePassword(AddressConfirmed.parse(event), async ({ userPoolId, userName, password }) => {
    await cognito.send(
      new AdminSetUserPasswordCommand({
        ...{ UserPoolId: userPoolId, Username: userName, Password: password, Permanent: true },
      }),
    );
  });
  return event;
}
