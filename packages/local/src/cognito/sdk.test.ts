import {
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListUsersCommand,
  RefreshTokenReuseException,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CognitoPlace } from "./cognito.fixture";
import { CognitoSdkPlace } from "./cognito-sdk.fixture";

let place: CognitoPlace;
let sdk: CognitoIdentityProviderClient;
let server: CognitoSdkPlace;
beforeEach(async () => {
  server = await CognitoSdkPlace.open();
  ({ cognito: place, sdk } = server);
});
afterEach(() => server.close());

test("AWS's own client signs up, signs in again, refreshes and reads dates and errors as on AWS", async () => {
  const [ClientId, Username] = [place.clientId, "ada@example.com"];
  const { Session: signUp } = await sdk.send(new SignUpCommand({ ClientId, Username, Password: undefined }));
  const confirm = (ConfirmationCode: string) =>
    sdk.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode, Session: signUp }));
  const wrong = place.lastCode() === "000000" ? "111111" : "000000";
  await expect(confirm(wrong)).rejects.toBeInstanceOf(CodeMismatchException);
  const { Session } = await confirm(place.lastCode());
  const first = await sdk.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: "USER_AUTH",
      AuthParameters: { USERNAME: Username },
      Session,
    }),
  );
  const AccessToken = first.AuthenticationResult?.AccessToken;
  expect((await sdk.send(new GetUserCommand({ AccessToken }))).UserAttributes).toContainEqual({
    Name: "email",
    Value: Username,
  });

  const challenge = await sdk.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: "USER_AUTH",
      AuthParameters: { USERNAME: Username, PREFERRED_CHALLENGE: "EMAIL_OTP" },
    }),
  );
  const second = await sdk.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: challenge.ChallengeName,
      ChallengeResponses: { USERNAME: Username, EMAIL_OTP_CODE: place.lastCode() },
      Session: challenge.Session,
    }),
  );
  const RefreshToken = second.AuthenticationResult?.RefreshToken;
  const refreshed = await sdk.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }));
  expect(refreshed.AuthenticationResult?.AccessToken).toEqual(expect.any(String));
  const { Users } = await sdk.send(new ListUsersCommand({ UserPoolId: place.poolId }));
  expect(Users?.[0]).toMatchObject({ UserStatus: "CONFIRMED", UserCreateDate: expect.any(Date) });
});

test("AWS's own client rotates its refresh token, and knows a token that was rotated out", async () => {
  const rotating = {
    ExplicitAuthFlows: ["ALLOW_USER_AUTH"],
    RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
  };
  await place.restart(rotating);
  await place.createUser("ada@example.com");
  const refresh = async (RefreshToken: string | undefined) => {
    const command = new GetTokensFromRefreshTokenCommand({ ClientId: place.clientId, RefreshToken });
    return (await sdk.send(command)).AuthenticationResult?.RefreshToken;
  };
  const { RefreshToken: first } = await place.signIn("ada@example.com");
  const second = await refresh(first);
  place.machine.clock.advance(5);
  expect(await refresh(first)).not.toBe(second);
  place.machine.clock.advance(6);
  await place.kill(rotating);
  await expect(refresh(first)).rejects.toBeInstanceOf(RefreshTokenReuseException);
  expect(await refresh(second)).toEqual(expect.any(String));
});
