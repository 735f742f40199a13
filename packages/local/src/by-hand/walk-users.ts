import {
  AdminAddUserToGroupCommand,
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminDeleteUserAttributesCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  ConfirmSignUpCommand,
  CreateGroupCommand,
  DeleteGroupCommand,
  DeleteUserCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetGroupCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  ListGroupsCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
  ResendConfirmationCodeCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
  UpdateGroupCommand,
  UpdateUserAttributesCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import type { WalkPlace } from "./walk-place.fixture";

const Username = "ada@example.com";
const GroupName = "barista";

/** Cognito, each call by its own client. */
export function walkUsers(place: () => WalkPlace): void {
  const inPool = () => ({ UserPoolId: place().poolId });
  const ofUser = () => ({ ...inPool(), Username });
  const ofGroup = () => ({ ...inPool(), GroupName });

  async function signIn() {
    const { cognito, clientId: ClientId, codeFor } = place();
    const AuthParameters = { USERNAME: Username, PREFERRED_CHALLENGE: "EMAIL_OTP" };
    const { Session } = await cognito.send(
      new InitiateAuthCommand({ ClientId, AuthFlow: "USER_AUTH", AuthParameters }),
    );
    const ChallengeResponses = { USERNAME: Username, EMAIL_OTP_CODE: await codeFor(Username) };
    const answer = await cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: "EMAIL_OTP",
        ChallengeResponses,
        Session,
      }),
    );
    return answer.AuthenticationResult ?? {};
  }

  test("cognito: pools and their clients are listed and described", async () => {
    const { cognito, poolId, clientId } = place();
    const pools = await cognito.send(new ListUserPoolsCommand({ MaxResults: 10 }));
    expect(pools.UserPools).toMatchObject([{ Id: poolId, Name: "people" }]);
    const { UserPool } = await cognito.send(new DescribeUserPoolCommand(inPool()));
    expect(UserPool).toMatchObject({ Id: poolId, UserPoolTier: "ESSENTIALS" });
    const clients = await cognito.send(new ListUserPoolClientsCommand(inPool()));
    expect(clients.UserPoolClients).toMatchObject([{ ClientId: clientId, ClientName: "web" }]);
    const described = await cognito.send(
      new DescribeUserPoolClientCommand({ ...inPool(), ClientId: clientId }),
    );
    expect(described.UserPoolClient?.ExplicitAuthFlows).toEqual(["ALLOW_USER_AUTH"]);
    await expect(cognito.send(new DescribeUserPoolCommand({ UserPoolId: "us-east-1_x" }))).rejects.toThrow(
      expect.objectContaining({ name: "ResourceNotFoundException" }),
    );
  });

  test("cognito: users are made, found by filters in pages, changed, confirmed and deleted", async () => {
    const { cognito, clientId: ClientId } = place();
    const create = (name: string) =>
      cognito.send(
        new AdminCreateUserCommand({
          ...inPool(),
          Username: name,
          UserAttributes: [{ Name: "email_verified", Value: "true" }],
        }),
      );
    const { User } = await create(Username);
    expect(User).toMatchObject({ Enabled: true, UserStatus: "CONFIRMED" });
    await create("bob@example.com");
    await expect(create(Username)).rejects.toThrow(
      expect.objectContaining({ name: "UsernameExistsException" }),
    );
    const first = await cognito.send(new ListUsersCommand({ ...inPool(), Limit: 1 }));
    const more = { ...inPool(), Limit: 1, PaginationToken: first.PaginationToken };
    const second = await cognito.send(new ListUsersCommand(more));
    expect(second.PaginationToken).toBeUndefined();
    const Filter = 'email ^= "ada"';
    const found = await cognito.send(new ListUsersCommand({ ...inPool(), Filter }));
    expect(found.Users?.map((user) => user.Username)).toEqual([User?.Username]);
    const attribute = async () => {
      const { UserAttributes } = await cognito.send(new AdminGetUserCommand(ofUser()));
      return UserAttributes?.find(({ Name }) => Name === "nickname")?.Value;
    };
    const UserAttributes = [{ Name: "nickname", Value: "Countess" }];
    await cognito.send(new AdminUpdateUserAttributesCommand({ ...ofUser(), UserAttributes }));
    expect(await attribute()).toBe("Countess");
    const UserAttributeNames = ["nickname"];
    await cognito.send(new AdminDeleteUserAttributesCommand({ ...ofUser(), UserAttributeNames }));
    expect(await attribute()).toBeUndefined();
    const carol = { ...inPool(), Username: "carol@example.com" };
    await cognito.send(new SignUpCommand({ ClientId, Username: carol.Username, Password: undefined }));
    await cognito.send(new AdminConfirmSignUpCommand(carol));
    await expect(cognito.send(new AdminConfirmSignUpCommand(carol))).rejects.toThrow(
      expect.objectContaining({ name: "NotAuthorizedException" }),
    );
    await cognito.send(new AdminDeleteUserCommand(carol));
    await expect(cognito.send(new AdminGetUserCommand(carol))).rejects.toThrow(
      expect.objectContaining({ name: "UserNotFoundException" }),
    );
  });

  test("cognito: groups are made, changed and listed; people join and leave them", async () => {
    const { cognito } = place();
    await cognito.send(new CreateGroupCommand({ ...ofGroup(), Description: "makes" }));
    await expect(cognito.send(new CreateGroupCommand(ofGroup()))).rejects.toThrow(
      expect.objectContaining({ name: "GroupExistsException" }),
    );
    await cognito.send(new UpdateGroupCommand({ ...ofGroup(), Precedence: 3 }));
    const { Group } = await cognito.send(new GetGroupCommand(ofGroup()));
    expect(Group).toMatchObject({ Description: "makes", Precedence: 3 });
    await cognito.send(new CreateGroupCommand({ ...ofGroup(), GroupName: "manager" }));
    const page = await cognito.send(new ListGroupsCommand({ ...inPool(), Limit: 1 }));
    const rest = await cognito.send(new ListGroupsCommand({ ...inPool(), NextToken: page.NextToken }));
    const all = [...(page.Groups ?? []), ...(rest.Groups ?? [])];
    expect(all.map((group) => group.GroupName).sort()).toEqual([GroupName, "manager"]);
    await cognito.send(new AdminAddUserToGroupCommand({ ...ofUser(), GroupName }));
    const members = await cognito.send(new ListUsersInGroupCommand(ofGroup()));
    expect(members.Users).toHaveLength(1);
    const own = () => cognito.send(new AdminListGroupsForUserCommand(ofUser()));
    expect((await own()).Groups).toMatchObject([{ GroupName }]);
    await cognito.send(new AdminRemoveUserFromGroupCommand({ ...ofUser(), GroupName }));
    expect((await own()).Groups).toEqual([]);
    await cognito.send(new AdminAddUserToGroupCommand({ ...ofUser(), GroupName }));
    await cognito.send(new DeleteGroupCommand(ofGroup()));
    expect((await own()).Groups).toEqual([]);
    await expect(cognito.send(new GetGroupCommand(ofGroup()))).rejects.toThrow(
      expect.objectContaining({ name: "ResourceNotFoundException" }),
    );
  });

  test("cognito: a person signs up, signs in, refreshes, signs out and goes", async () => {
    const { cognito, clientId: ClientId, codeFor } = place();
    const dora = { ClientId, Username: "dora@example.com" };
    await cognito.send(new SignUpCommand({ ...dora, Password: undefined }));
    await cognito.send(new ResendConfirmationCodeCommand(dora));
    const ConfirmationCode = await codeFor(dora.Username);
    const { Session } = await cognito.send(new ConfirmSignUpCommand({ ...dora, ConfirmationCode }));
    const AuthParameters = { USERNAME: dora.Username };
    const signedIn = await cognito.send(
      new InitiateAuthCommand({ ClientId, AuthFlow: "USER_AUTH", AuthParameters, Session }),
    );
    const { AccessToken, RefreshToken } = signedIn.AuthenticationResult ?? {};
    const UserAttributes = [{ Name: "nickname", Value: "Do" }];
    await cognito.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes }));
    const { UserAttributes: read } = await cognito.send(new GetUserCommand({ AccessToken }));
    expect(read).toContainEqual({ Name: "nickname", Value: "Do" });
    const refresh = () => cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }));
    expect((await refresh()).AuthenticationResult?.RefreshToken).toBeDefined();
    await expect(refresh()).rejects.toThrow(expect.objectContaining({ name: "RefreshTokenReuseException" }));
    await cognito.send(new DeleteUserCommand({ AccessToken }));
    await expect(cognito.send(new GetUserCommand({ AccessToken }))).rejects.toThrow(
      expect.objectContaining({ name: "NotAuthorizedException" }),
    );
  });

  test("cognito: a sign-in is ended by its token, everywhere, by an administrator, by disabling", async () => {
    const { cognito, clientId: ClientId } = place();
    const isOver = async (AccessToken: string | undefined) => {
      await expect(cognito.send(new GetUserCommand({ AccessToken }))).rejects.toThrow(
        expect.objectContaining({ name: "NotAuthorizedException" }),
      );
    };
    const first = await signIn();
    await cognito.send(new RevokeTokenCommand({ ClientId, Token: first.RefreshToken }));
    await isOver(first.AccessToken);
    const second = await signIn();
    await cognito.send(new GlobalSignOutCommand({ AccessToken: second.AccessToken }));
    await isOver(second.AccessToken);
    const third = await signIn();
    await cognito.send(new AdminUserGlobalSignOutCommand(ofUser()));
    await isOver(third.AccessToken);
    const fourth = await signIn();
    await cognito.send(new AdminDisableUserCommand(ofUser()));
    await isOver(fourth.AccessToken);
    expect((await cognito.send(new AdminGetUserCommand(ofUser()))).Enabled).toBe(false);
    await expect(signIn()).rejects.toThrow("User is disabled.");
    await cognito.send(new AdminEnableUserCommand(ofUser()));
    expect((await signIn()).AccessToken).toBeDefined();
  });
}
