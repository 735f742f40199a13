import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  CodeMismatchException,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListUsersCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dispatch, toAwsError } from "../dispatch";
import { CognitoPlace } from "./cognito.fixture";

let place: CognitoPlace;
let server: Server;
let sdk: CognitoIdentityProviderClient;

beforeEach(async () => {
  place = await CognitoPlace.open();
  server = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    const [, operation = ""] = String(request.headers["x-amz-target"]).split(".");
    response.setHeader("content-type", "application/x-amz-json-1.1");
    try {
      response.end(JSON.stringify(await dispatch(place.service, operation, body)));
    } catch (cause) {
      const { code, message } = toAwsError(cause);
      response.writeHead(400).end(JSON.stringify({ __type: code, message }));
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // A port was given, so the address is an object.
  const { port } = server.address() as AddressInfo;
  sdk = new CognitoIdentityProviderClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
});
afterEach(async () => {
  sdk.destroy();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await place.close();
});

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
