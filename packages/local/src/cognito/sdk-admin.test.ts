import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  GroupExistsException,
  InvalidParameterException,
  ListUsersInGroupCommand,
  NotAuthorizedException,
  RevokeTokenCommand,
  SignUpCommand,
  UnauthorizedException,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CognitoPlace, clientProperties } from "./cognito.fixture";
import { CognitoSdkPlace } from "./cognito-sdk.fixture";
import { deployForTests } from "./deploy-for-tests";

const ada = "ada@example.com";
let server: CognitoSdkPlace;
let place: CognitoPlace;
let sdk: CognitoIdentityProviderClient;
let inPool: { UserPoolId: string };
beforeEach(async () => {
  server = await CognitoSdkPlace.open();
  ({ cognito: place, sdk } = server);
  inPool = { UserPoolId: place.poolId };
});
afterEach(() => server.close());

const groupsOf = (token: string) => decodeJwt(token)["cognito:groups"];
const refresh = async (RefreshToken: string) => {
  const command = new GetTokensFromRefreshTokenCommand({ ClientId: place.clientId, RefreshToken });
  return (await sdk.send(command)).AuthenticationResult;
};
const getUser = (AccessToken: string) => sdk.send(new GetUserCommand({ AccessToken }));
const list = (GroupName: string, Limit: number, NextToken?: string) =>
  sdk.send(new ListUsersInGroupCommand({ ...inPool, GroupName, Limit, NextToken }));

test("a user made without a message gets no mail, signs in by a code, and is found by address and by sub", async () => {
  const { User } = await sdk.send(
    new AdminCreateUserCommand({
      ...inPool,
      Username: ada,
      MessageAction: "SUPPRESS",
      UserAttributes: [
        { Name: "email", Value: ada },
        { Name: "email_verified", Value: "true" },
        { Name: "name", Value: "Ada" },
      ],
    }),
  );
  expect(place.mails).toEqual([]);
  const { AccessToken, IdToken } = await place.signIn(ada);
  expect(decodeJwt(IdToken)).toMatchObject({ name: "Ada", email: ada, email_verified: true });
  const sub = String(User?.Username);
  expect(decodeJwt(AccessToken).sub).toBe(sub);
  for (const Username of [sub, ada, "ADA@example.com"]) {
    const found = await sdk.send(new AdminGetUserCommand({ ...inPool, Username }));
    expect(found).toMatchObject({ Username: sub, UserStatus: "CONFIRMED", Enabled: true });
    expect(found.UserAttributes).toContainEqual({ Name: "sub", Value: sub });
  }
});

test("an administrator changes a name, which the next tokens show, but not an address", async () => {
  const sub = await place.createUser(ada);
  const { RefreshToken } = await place.signIn(ada);
  const change = (Name: string, Value: string, Username = sub) =>
    sdk.send(
      new AdminUpdateUserAttributesCommand({ ...inPool, Username, UserAttributes: [{ Name, Value }] }),
    );
  await change("name", "Ada Lovelace");
  await place.kill();
  expect(decodeJwt((await refresh(RefreshToken))?.IdToken ?? "")).toMatchObject({ name: "Ada Lovelace" });
  await expect(change("email", "eve@example.com")).rejects.toBeInstanceOf(InvalidParameterException);
  await expect(change("shoeSize", "38")).rejects.toBeInstanceOf(InvalidParameterException);
  await expect(change("name", "Eve", "eve@example.com")).rejects.toBeInstanceOf(UserNotFoundException);
});

test("a group is made once, under a name without spaces", async () => {
  const create = (GroupName: string) => sdk.send(new CreateGroupCommand({ ...inPool, GroupName }));
  expect((await create("barista-default")).Group).toMatchObject({ GroupName: "barista-default" });
  await expect(create("barista-default")).rejects.toBeInstanceOf(GroupExistsException);
  const both = await Promise.allSettled([create("barista-north"), create("barista-north")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  for (const name of ["a b", "", " ", "a\n", "x".repeat(129)]) {
    await expect(create(name)).rejects.toBeInstanceOf(InvalidParameterException);
  }
  await place.kill();
  await expect(create("barista-default")).rejects.toBeInstanceOf(GroupExistsException);
});

test("lists a group's members, and a member's groups, a page at a time", async () => {
  const subs: string[] = [];
  for (const name of ["a", "b", "c", "d", "e"])
    subs.push(await place.createUser(`${name}@x.example`, ["staff"]));
  await place.createUser("f@x.example");
  const found: (string | undefined)[] = [];
  let token: string | undefined;
  do {
    const page = await list("staff", 2, token);
    expect(page.Users?.length).toBeLessThanOrEqual(2);
    found.push(...(page.Users ?? []).map(({ Username }) => Username));
    token = page.NextToken;
  } while (token !== undefined);
  expect(found).toEqual(subs);

  for (const GroupName of ["one", "two"]) {
    await sdk.send(new CreateGroupCommand({ ...inPool, GroupName }));
    await sdk.send(new AdminAddUserToGroupCommand({ ...inPool, GroupName, Username: subs[0] }));
  }
  const groups = (NextToken?: string) =>
    sdk.send(new AdminListGroupsForUserCommand({ ...inPool, Username: "a@x.example", Limit: 2, NextToken }));
  const first = await groups();
  const second = await groups(first.NextToken);
  const names = [...(first.Groups ?? []), ...(second.Groups ?? [])].map(({ GroupName }) => GroupName);
  expect(names).toEqual(["staff", "one", "two"]);
  expect(second.NextToken).toBeUndefined();
});

test("a token that is refreshed after somebody left a group lacks the group", async () => {
  const sub = await place.createUser(ada, ["staff"]);
  const { AccessToken, RefreshToken } = await place.signIn(ada);
  expect(groupsOf(AccessToken)).toEqual(["staff"]);
  const leave = new AdminRemoveUserFromGroupCommand({ ...inPool, Username: sub, GroupName: "staff" });
  await sdk.send(leave);
  await place.kill();
  const tokens = await refresh(RefreshToken);
  expect([groupsOf(tokens?.AccessToken ?? ""), groupsOf(tokens?.IdToken ?? "")]).toEqual([
    undefined,
    undefined,
  ]);
  await sdk.send(leave);
});

test("signing out everywhere ends all of a user's sign-ins and nobody else's, over a kill too", async () => {
  const sub = await place.createUser(ada);
  await place.createUser("bob@example.com");
  const signOuts = {
    "by the user": (AccessToken: string) => sdk.send(new GlobalSignOutCommand({ AccessToken })),
    "by an administrator": () => sdk.send(new AdminUserGlobalSignOutCommand({ ...inPool, Username: sub })),
  };
  for (const signOut of Object.values(signOuts)) {
    const [here, there] = [await place.signIn(ada), await place.signIn(ada)];
    const bob = await place.signIn("bob@example.com");
    await signOut(here.AccessToken);
    await place.kill();
    for (const { AccessToken, RefreshToken } of [here, there]) {
      await expect(refresh(RefreshToken)).rejects.toBeInstanceOf(NotAuthorizedException);
      await expect(getUser(AccessToken)).rejects.toBeInstanceOf(NotAuthorizedException);
    }
    await refresh(bob.RefreshToken);
    await getUser(bob.AccessToken);
  }
});

test("revoking a refresh token ends its own sign-in, over a kill too, and only by its own client", async () => {
  await place.createUser(ada);
  const [here, there] = [await place.signIn(ada), await place.signIn(ada)];
  const other = await deployForTests(place.service, "AWS::Cognito::UserPoolClient", "Other", {
    ...clientProperties,
    ...inPool,
  });
  const revoke = (ClientId: string) =>
    sdk.send(new RevokeTokenCommand({ ClientId, Token: here.RefreshToken }));
  await expect(revoke(other.ref)).rejects.toBeInstanceOf(UnauthorizedException);
  await refresh(here.RefreshToken);
  await revoke(place.clientId);
  await place.kill();
  await expect(refresh(here.RefreshToken)).rejects.toBeInstanceOf(NotAuthorizedException);
  await expect(getUser(here.AccessToken)).rejects.toBeInstanceOf(NotAuthorizedException);
  await refresh(there.RefreshToken);
});

test("a deleted user's sign-ins are dead, begun ones too, and the address signs up as somebody new", async () => {
  const sub = await place.createUser(ada, ["staff"]);
  const { AccessToken, RefreshToken } = await place.signIn(ada);
  const session = await place.askForCode(ada);
  const code = place.lastCode();
  await sdk.send(new AdminDeleteUserCommand({ ...inPool, Username: sub }));
  await place.kill();
  await expect(refresh(RefreshToken)).rejects.toBeInstanceOf(NotAuthorizedException);
  await expect(getUser(AccessToken)).rejects.toBeInstanceOf(NotAuthorizedException);
  await expect(place.giveCode(ada, session, code)).rejects.toMatchObject({ code: "NotAuthorizedException" });
  expect((await list("staff", 10)).Users).toEqual([]);

  const { ClientId, Username } = { ClientId: place.clientId, Username: ada };
  const again = await sdk.send(new SignUpCommand({ ClientId, Username, Password: undefined }));
  expect(again.UserSub).not.toBe(sub);
  await place.ask("ConfirmSignUp", { Username, ConfirmationCode: place.lastCode() });
  await expect(place.giveCode(ada, session, code)).rejects.toMatchObject({ code: "NotAuthorizedException" });
  expect(groupsOf((await place.signIn(ada)).AccessToken)).toBeUndefined();
});
