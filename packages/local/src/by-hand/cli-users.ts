import { SignUpCommand } from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import type { AwsCli } from "./aws-cli.fixture";
import type { WalkPlace } from "./walk-place.fixture";

const Username = "typed@example.com";
const GroupName = "typists";

/** Cognito. What its CLI asks a password for is shown to be refused, and done by the SDK's walk. */
export function cliUsers(cli: () => AwsCli, place: () => WalkPlace): void {
  const call = (operation: string, input: object = {}) => cli().call("cognito-idp", operation, input);
  const inPool = () => ({ UserPoolId: place().poolId });
  const ofUser = () => ({ ...inPool(), Username });
  const ofGroup = () => ({ ...inPool(), GroupName });

  test("cognito: pools, users and groups", async () => {
    const { poolId, clientId: ClientId } = place();
    expect((await call("ListUserPools", { MaxResults: 5 })).UserPools).toMatchObject([{ Id: poolId }]);
    expect((await call("DescribeUserPool", inPool())).UserPool.Name).toBe("people");
    expect((await call("ListUserPoolClients", inPool())).UserPoolClients).toMatchObject([{ ClientId }]);
    const client = await call("DescribeUserPoolClient", { ...inPool(), ClientId });
    expect(client.UserPoolClient.ClientName).toBe("web");
    const UserAttributes = [{ Name: "email_verified", Value: "true" }];
    const { User } = await call("AdminCreateUser", { ...ofUser(), UserAttributes });
    expect(User).toMatchObject({ Enabled: true });
    const nickname = [{ Name: "nickname", Value: "Ty" }];
    await call("AdminUpdateUserAttributes", { ...ofUser(), UserAttributes: nickname });
    expect((await call("AdminGetUser", ofUser())).UserAttributes).toContainEqual(nickname[0]);
    await call("AdminDeleteUserAttributes", { ...ofUser(), UserAttributeNames: ["nickname"] });
    await call("AdminDisableUser", ofUser());
    const Filter = 'email = "typed@example.com"';
    expect((await call("ListUsers", { ...inPool(), Filter })).Users).toMatchObject([{ Enabled: false }]);
    await call("AdminEnableUser", ofUser());
    await call("CreateGroup", { ...ofGroup(), Description: "they type" });
    await call("UpdateGroup", { ...ofGroup(), Precedence: 9 });
    expect((await call("GetGroup", ofGroup())).Group).toMatchObject({
      Description: "they type",
      Precedence: 9,
    });
    expect((await call("ListGroups", inPool())).Groups).toHaveLength(1);
    await call("AdminAddUserToGroup", { ...ofUser(), GroupName });
    expect((await call("ListUsersInGroup", ofGroup())).Users).toMatchObject([{ Username: User.Username }]);
    expect((await call("AdminListGroupsForUser", ofUser())).Groups).toMatchObject([{ GroupName }]);
    await call("AdminRemoveUserFromGroup", { ...ofUser(), GroupName });
    await call("DeleteGroup", ofGroup());
    const error = await cli().errorOf("cognito-idp", "GetGroup", ofGroup());
    expect(error).toBe("ResourceNotFoundException");
  });

  test("cognito: signing up and in by codes, and out again", async () => {
    const { clientId: ClientId, codeFor, cognito } = place();
    const person = { ClientId, Username: "new@example.com" };
    const signUp = { ...person, Password: "Pass-word-1" };
    expect(await cli().errorOf("cognito-idp", "SignUp", signUp)).toBe("InvalidParameterException");
    await cognito.send(new SignUpCommand({ ...person, Password: undefined }));
    await call("ResendConfirmationCode", person);
    await call("ConfirmSignUp", { ...person, ConfirmationCode: await codeFor(person.Username) });
    const signIn = async () => {
      const AuthParameters = { USERNAME: person.Username, PREFERRED_CHALLENGE: "EMAIL_OTP" };
      const asked = await call("InitiateAuth", { ClientId, AuthFlow: "USER_AUTH", AuthParameters });
      expect(asked.ChallengeName).toBe("EMAIL_OTP");
      const code = await codeFor(person.Username);
      const ChallengeResponses = { USERNAME: person.Username, EMAIL_OTP_CODE: code };
      const given = { ClientId, ChallengeName: "EMAIL_OTP", Session: asked.Session, ChallengeResponses };
      return (await call("RespondToAuthChallenge", given)).AuthenticationResult;
    };
    const isOver = (AccessToken: string) => cli().errorOf("cognito-idp", "GetUser", { AccessToken });
    const { AccessToken, RefreshToken } = await signIn();
    const UserAttributes = [{ Name: "nickname", Value: "New" }];
    await call("UpdateUserAttributes", { AccessToken, UserAttributes });
    expect((await call("GetUser", { AccessToken })).UserAttributes).toContainEqual(UserAttributes[0]);
    await call("RevokeToken", { ClientId, Token: RefreshToken });
    expect(await isOver(AccessToken)).toBe("NotAuthorizedException");
    const second = await signIn();
    await call("GlobalSignOut", { AccessToken: second.AccessToken });
    expect(await isOver(second.AccessToken)).toBe("NotAuthorizedException");
    const third = await signIn();
    await call("AdminUserGlobalSignOut", { ...inPool(), Username: person.Username });
    expect(await isOver(third.AccessToken)).toBe("NotAuthorizedException");
    const last = await signIn();
    await call("DeleteUser", { AccessToken: last.AccessToken });
    const later = { ClientId, Username: "later@example.com" };
    await cognito.send(new SignUpCommand({ ...later, Password: undefined }));
    const named = { ...inPool(), Username: later.Username };
    await call("AdminConfirmSignUp", named);
    await call("AdminDeleteUser", named);
    expect(await cli().errorOf("cognito-idp", "AdminGetUser", named)).toBe("UserNotFoundException");
  });
}
