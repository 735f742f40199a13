import { statSync } from "node:fs";
import { join } from "node:path";
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CognitoPlace } from "./cognito.fixture";

const ada = "ada@example.com";
const rotating = {
  ExplicitAuthFlows: ["ALLOW_USER_AUTH"],
  RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 60 },
};
let place: CognitoPlace;
let sub: string;
beforeEach(async () => {
  place = await CognitoPlace.open();
  sub = await place.createUser(ada, ["staff"]);
});
afterEach(() => place.close());

const refresh = (RefreshToken: string) => place.ask("GetTokensFromRefreshToken", { RefreshToken });

test("access and ID tokens carry AWS's claims", async () => {
  const { AccessToken, IdToken } = await place.signIn(ada);
  const access = decodeJwt(AccessToken);
  const now = Math.floor(place.machine.clock.now() / 1000);
  expect(access).toEqual({
    sub,
    "cognito:groups": ["staff"],
    iss: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool",
    client_id: place.clientId,
    origin_jti: expect.any(String),
    event_id: expect.any(String),
    token_use: "access",
    scope: "aws.cognito.signin.user.admin",
    auth_time: expect.any(Number),
    iat: expect.any(Number),
    exp: Number(access.iat) + 3600,
    jti: expect.any(String),
    username: sub,
  });
  expect(Math.abs(now - Number(access.iat))).toBeLessThanOrEqual(1);
  expect(decodeJwt(IdToken)).toMatchObject({
    sub,
    aud: place.clientId,
    email: ada,
    email_verified: true,
    token_use: "id",
    "cognito:username": sub,
  });
});

test("leaves cognito:groups out of a token of somebody in no group", async () => {
  await place.createUser("bob@example.com");
  expect(decodeJwt((await place.signIn("bob@example.com")).AccessToken)).not.toHaveProperty("cognito:groups");
});

test("tokens verify by the published keys, over a restart, and the private key is the owner's alone", async () => {
  const { AccessToken } = await place.signIn(ada);
  await place.restart();
  await jwtVerify(AccessToken, createLocalJWKSet(place.service.publicKeys()));
  expect(JSON.stringify(place.service.publicKeys())).not.toContain('"d"');
  expect(statSync(join(place.folder, "cognito", "signing-key.pem")).mode & 0o777).toBe(0o600);
});

test("verifyToken refuses an expired token, another issuer, another client and a forged one", async () => {
  const { verifyToken, issuer } = place.service;
  const { AccessToken, IdToken } = await place.signIn(ada);
  const iss = issuer(place.poolId);
  expect((await verifyToken(AccessToken, iss, [place.clientId])).sub).toBe(sub);
  expect((await verifyToken(IdToken, iss, [place.clientId])).sub).toBe(sub);
  await expect(verifyToken(AccessToken, iss, ["other"])).rejects.toMatchObject({ reason: "invalid" });
  await expect(verifyToken(AccessToken, issuer("us-east-1_Other"))).rejects.toMatchObject({
    reason: "invalid",
  });
  const [head, , signature] = AccessToken.split(".");
  const claims = Buffer.from(JSON.stringify({ ...decodeJwt(AccessToken), sub: "me" })).toString("base64url");
  await expect(verifyToken(`${head}.${claims}.${signature}`, iss)).rejects.toMatchObject({
    reason: "invalid",
  });
  place.machine.clock.advance(3601);
  await expect(verifyToken(AccessToken, iss)).rejects.toMatchObject({ reason: "expired" });
});

test("a refresh token gives new tokens with the groups of today, over a restart, until it runs out", async () => {
  const first = await place.signIn(ada);
  await place.restart();
  await place.admin("AdminRemoveUserFromGroup", { Username: sub, GroupName: "staff" });
  const { AuthenticationResult } = await refresh(first.RefreshToken);
  expect(AuthenticationResult).not.toHaveProperty("RefreshToken");
  const claims = decodeJwt(AuthenticationResult.AccessToken);
  expect(claims).not.toHaveProperty("cognito:groups");
  expect(claims.auth_time).toBe(decodeJwt(first.AccessToken).auth_time);
  const byFlow = await place.ask("InitiateAuth", {
    AuthFlow: "REFRESH_TOKEN_AUTH",
    AuthParameters: { REFRESH_TOKEN: first.RefreshToken },
  });
  expect(byFlow.AuthenticationResult).toMatchObject({ AccessToken: expect.any(String) });
  place.machine.clock.advance(43_200 * 60);
  await expect(refresh(first.RefreshToken)).rejects.toMatchObject({ code: "NotAuthorizedException" });
});

test("refuses refresh tokens that were made up", async () => {
  const { RefreshToken } = await place.signIn(ada);
  const [grant] = RefreshToken.split(".");
  await expect(refresh(`${grant}.AAAA`)).rejects.toMatchObject({ code: "NotAuthorizedException" });
  await expect(refresh("nonsense")).rejects.toMatchObject({ code: "NotAuthorizedException" });
});

test("with rotation a token is good once, but for the grace period, in which two tabs may use it", async () => {
  await place.restart(rotating);
  const { RefreshToken: first } = await place.signIn(ada);
  const { RefreshToken: second } = (await refresh(first)).AuthenticationResult;
  const { RefreshToken: sibling } = (await refresh(first)).AuthenticationResult;
  expect(new Set([first, second, sibling]).size).toBe(3);
  place.machine.clock.advance(60);
  await place.restart(rotating);
  await expect(refresh(first)).rejects.toMatchObject({ code: "RefreshTokenReuseException" });
  await refresh(second);
  await refresh(sibling);
  const byFlow = { AuthFlow: "REFRESH_TOKEN_AUTH", AuthParameters: { REFRESH_TOKEN: second } };
  await expect(place.ask("InitiateAuth", byFlow)).rejects.toMatchObject({
    code: "InvalidParameterException",
  });
});

test("signing out ends this sign-in, globally all of them", async () => {
  const [here, there, elsewhere] = [
    await place.signIn(ada),
    await place.signIn(ada),
    await place.signIn(ada),
  ];
  await place.ask("RevokeToken", { Token: here.RefreshToken });
  await expect(refresh(here.RefreshToken)).rejects.toMatchObject({ code: "NotAuthorizedException" });
  await expect(place.call("GetUser", { AccessToken: here.AccessToken })).rejects.toMatchObject({
    code: "NotAuthorizedException",
  });
  await place.call("GlobalSignOut", { AccessToken: there.AccessToken });
  await place.restart();
  await expect(refresh(elsewhere.RefreshToken)).rejects.toMatchObject({ code: "NotAuthorizedException" });
});

test("a user reads and changes their own attributes, but not their address or its state", async () => {
  const { AccessToken } = await place.signIn(ada);
  const change = (Name: string, Value: string) =>
    place.call("UpdateUserAttributes", { AccessToken, UserAttributes: [{ Name, Value }] });
  await change("name", "Ada");
  const { Username, UserAttributes } = await place.call("GetUser", { AccessToken });
  expect(Username).toBe(sub);
  expect(UserAttributes).toContainEqual({ Name: "name", Value: "Ada" });
  expect(UserAttributes).toContainEqual({ Name: "sub", Value: sub });
  await expect(change("email", "eve@example.com")).rejects.toMatchObject({
    code: "InvalidParameterException",
  });
  await expect(change("email_verified", "true")).rejects.toMatchObject({ code: "NotAuthorizedException" });
  place.machine.clock.advance(3601);
  await expect(place.call("GetUser", { AccessToken })).rejects.toMatchObject({
    code: "NotAuthorizedException",
  });
});

test("a deleted user is gone with their sign-ins, and the address may sign up again", async () => {
  const { AccessToken, RefreshToken } = await place.signIn(ada);
  await place.call("DeleteUser", { AccessToken });
  await place.restart();
  await expect(refresh(RefreshToken)).rejects.toMatchObject({ code: "NotAuthorizedException" });
  await expect(place.admin("AdminGetUser", { Username: ada })).rejects.toMatchObject({
    code: "UserNotFoundException",
  });
  expect((await place.ask("SignUp", { Username: ada })).UserSub).not.toBe(sub);
});
