import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import type { SetPassword } from "../account/replace-password";

/** Sets a user's password for good, in whichever pool. */
export function cognitoPasswords(): SetPassword {
  const client = new CognitoIdentityProviderClient({});
  return async ({ userPoolId: UserPoolId, userName: Username, password: Password }) => {
    await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }));
  };
}
