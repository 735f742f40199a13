import { afterEach, beforeEach, expect, test } from "vitest";
import { CognitoPlace, clientProperties } from "./cognito.fixture";
import { deployForTests } from "./deploy-for-tests";

let place: CognitoPlace;
beforeEach(async () => {
  place = await CognitoPlace.open();
});
afterEach(() => place.close());

test("pool and client keep their ids over restarts, and deploying again keeps users and groups", async () => {
  const { poolId, clientId } = place;
  await place.createUser("ada@example.com", ["staff"]);
  const before = await place.admin("ListGroups");
  await place.restart();
  expect(place.poolId).toBe("us-east-1_LocalPool");
  expect([place.poolId, place.clientId]).toEqual([poolId, clientId]);
  expect(place.clientId).toMatch(/^[a-z0-9]{26}$/);
  expect(await place.admin("ListGroups")).toEqual(before);
  const { Users } = await place.admin("ListUsersInGroup", { GroupName: "staff" });
  expect(Users).toHaveLength(1);
});

test("finds users by address in any case, by the start of one and by sub", async () => {
  const sub = await place.createUser("Ada@example.com");
  await place.createUser("bob@example.com");
  const find = async (Filter: string) =>
    (await place.admin("ListUsers", { Filter })).Users.map((user: { Username: string }) => user.Username);
  expect(await find('email = "ada@example.com"')).toEqual([sub]);
  expect(await find('email ^= "ad"')).toEqual([sub]);
  expect(await find(`sub = "${sub}"`)).toEqual([sub]);
  expect(await find('email = "a"')).toEqual([]);
  await expect(find("email is ada")).rejects.toMatchObject({ code: "InvalidParameterException" });
});

test("lists users a page at a time", async () => {
  for (const name of ["a", "b", "c"]) await place.createUser(`${name}@example.com`);
  const first = await place.admin("ListUsers", { Limit: 2 });
  const second = await place.admin("ListUsers", { Limit: 2, PaginationToken: first.PaginationToken });
  expect([first.Users.length, second.Users.length]).toEqual([2, 1]);
  expect(second).not.toHaveProperty("PaginationToken");
});

test("puts users into groups that exist, once, and takes them out", async () => {
  await place.createUser("ada@example.com", ["staff", "staff"]);
  const Username = "ada@example.com";
  await place.admin("CreateGroup", { GroupName: "boss", Precedence: 1 });
  await expect(place.admin("CreateGroup", { GroupName: "boss" })).rejects.toMatchObject({
    code: "GroupExistsException",
  });
  await place.admin("AdminAddUserToGroup", { Username, GroupName: "boss" });
  const groups = async () =>
    (await place.admin("AdminListGroupsForUser", { Username })).Groups.map(
      (group: { GroupName: string }) => group.GroupName,
    );
  expect(await groups()).toEqual(["staff", "boss"]);
  await place.admin("AdminRemoveUserFromGroup", { Username, GroupName: "staff" });
  expect(await groups()).toEqual(["boss"]);
  await expect(place.admin("AdminAddUserToGroup", { Username, GroupName: "no" })).rejects.toMatchObject({
    code: "ResourceNotFoundException",
  });
});

test("an administrator ends a user's sign-ins and deletes the user", async () => {
  await place.createUser("ada@example.com");
  const { RefreshToken } = await place.signIn("ada@example.com");
  await place.admin("AdminUserGlobalSignOut", { Username: "ada@example.com" });
  await expect(place.ask("GetTokensFromRefreshToken", { RefreshToken })).rejects.toMatchObject({
    code: "NotAuthorizedException",
  });
  await place.admin("AdminDeleteUser", { Username: "ada@example.com" });
  expect((await place.admin("ListUsers")).Users).toEqual([]);
});

test("describes the pool and its client", async () => {
  const { UserPool } = await place.admin("DescribeUserPool");
  expect(UserPool).toMatchObject({ Id: place.poolId, Name: "shop", EstimatedNumberOfUsers: 0 });
  const { UserPoolClient } = await place.admin("DescribeUserPoolClient", { ClientId: place.clientId });
  expect(UserPoolClient).toMatchObject({ ClientName: "web", AccessTokenValidity: 3600 });
  expect((await place.call("ListUserPools", { MaxResults: 10 })).UserPools).toHaveLength(1);
  expect((await place.admin("ListUserPoolClients")).UserPoolClients).toHaveLength(1);
  await expect(place.call("DescribeUserPool", { UserPoolId: "us-east-1_No" })).rejects.toMatchObject({
    code: "ResourceNotFoundException",
  });
});

test("refuses at deploy time what AWS refuses or what is not supported here", async () => {
  const deployClient = (properties: object) =>
    deployForTests(place.service, "AWS::Cognito::UserPoolClient", "Other", {
      ...clientProperties,
      UserPoolId: place.poolId,
      ...properties,
    });
  await expect(deployClient({ AccessTokenValidity: 4 })).rejects.toThrow("AccessTokenValidity");
  await expect(deployClient({ GenerateSecret: true })).rejects.toThrow("GenerateSecret");
  await expect(deployClient({ CallbackURLs: ["https://example.com"] })).rejects.toThrow("CallbackURLs");
});

test("only the public client's calls are open to the network", () => {
  expect(place.service.publicOperations).toContain("InitiateAuth");
  expect(
    place.service.publicOperations?.filter((name) => /^(Admin|List|Describe|Create)/.test(name)),
  ).toEqual([]);
});
