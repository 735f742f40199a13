import { afterEach, beforeEach, expect, test } from "vitest";
import { CognitoPlace } from "./cognito.fixture";

const ada = "ada@example.com";
let place: CognitoPlace;
beforeEach(async () => {
  place = await CognitoPlace.open();
  await place.createUser(ada);
});
afterEach(() => place.close());

const wrongCode = () => (place.lastCode() === "00000000" ? "11111111" : "00000000");

test("signs in by a code of eight digits", async () => {
  const challenge = await place.ask("InitiateAuth", {
    AuthFlow: "USER_AUTH",
    AuthParameters: { USERNAME: "ADA@example.com", PREFERRED_CHALLENGE: "EMAIL_OTP" },
  });
  expect(challenge).toEqual({
    ChallengeName: "EMAIL_OTP",
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: "EMAIL",
      CODE_DELIVERY_DESTINATION: "a***@e***",
    },
    AvailableChallenges: ["EMAIL_OTP"],
    Session: expect.any(String),
  });
  expect(place.lastCode()).toMatch(/^\d{8}$/);
  expect(await place.giveCode(ada, challenge.Session, place.lastCode())).toMatchObject({
    AuthenticationResult: { TokenType: "Bearer", ExpiresIn: 3600, RefreshToken: expect.any(String) },
  });
});

test("lets the client choose the challenge", async () => {
  const choice = await place.ask("InitiateAuth", {
    AuthFlow: "USER_AUTH",
    AuthParameters: { USERNAME: ada },
  });
  expect(choice).toMatchObject({ ChallengeName: "SELECT_CHALLENGE", AvailableChallenges: ["EMAIL_OTP"] });
  expect(place.mails).toEqual([]);
  const select = (ANSWER: string) =>
    place.ask("RespondToAuthChallenge", {
      ChallengeName: "SELECT_CHALLENGE",
      ChallengeResponses: { USERNAME: ada, ANSWER },
      Session: choice.Session,
    });
  await expect(select("WEB_AUTHN")).rejects.toMatchObject({ code: "InvalidParameterException" });
  const challenge = await select("EMAIL_OTP");
  expect(challenge.ChallengeName).toBe("EMAIL_OTP");
  await place.giveCode(ada, challenge.Session, place.lastCode());
});

test("a code signs in once, its own user only", async () => {
  await place.createUser("bob@example.com");
  const session = await place.askForCode(ada);
  const code = place.lastCode();
  await expect(place.giveCode("bob@example.com", session, code)).rejects.toMatchObject({
    code: "NotAuthorizedException",
  });
  const answers = await Promise.allSettled([
    place.giveCode(ada, session, code),
    place.giveCode(ada, session, code),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(place.giveCode(ada, session, code)).rejects.toMatchObject({ code: "NotAuthorizedException" });
});

test("asking for another code starts anew: the code before does not fit", async () => {
  await place.askForCode(ada);
  const first = place.lastCode();
  const session = await place.askForCode(ada);
  if (first !== place.lastCode()) {
    await expect(place.giveCode(ada, session, first)).rejects.toMatchObject({
      code: "CodeMismatchException",
    });
  }
  await place.giveCode(ada, session, place.lastCode());
});

test("a sign-in code is good for three minutes", async () => {
  const session = await place.askForCode(ada);
  place.machine.clock.advance(180);
  await expect(place.giveCode(ada, session, place.lastCode())).rejects.toMatchObject({
    code: "ExpiredCodeException",
  });
});

test("a wrong code leaves the right one good, five of them do not", async () => {
  const session = await place.askForCode(ada);
  const code = place.lastCode();
  await expect(place.giveCode(ada, session, wrongCode())).rejects.toMatchObject({
    code: "CodeMismatchException",
  });
  await place.giveCode(ada, session, code);

  const again = await place.askForCode(ada);
  for (let tries = 0; tries < 5; tries++) {
    await expect(place.giveCode(ada, again, wrongCode())).rejects.toMatchObject({
      code: "CodeMismatchException",
    });
  }
  await expect(place.giveCode(ada, again, place.lastCode())).rejects.toMatchObject({
    code: "LimitExceededException",
  });
});

test("stops somebody who guesses with a new code each time, for a while", async () => {
  for (let tries = 0; tries < 20; tries++) {
    const session = await place.askForCode(ada);
    await expect(place.giveCode(ada, session, wrongCode())).rejects.toMatchObject({
      code: "CodeMismatchException",
    });
  }
  const session = await place.askForCode(ada);
  await expect(place.giveCode(ada, session, place.lastCode())).rejects.toMatchObject({
    code: "LimitExceededException",
  });
  place.machine.clock.advance(901);
  await place.signIn(ada);
});

test("a sign-in under way outlives a restart", async () => {
  const session = await place.askForCode(ada);
  await place.restart();
  await place.giveCode(ada, session, place.lastCode());
});

test("refuses flows that the client or the pool does not have", async () => {
  const flow = (AuthFlow: string) =>
    place.ask("InitiateAuth", { AuthFlow, AuthParameters: { USERNAME: ada, PASSWORD: "x" } });
  await expect(flow("USER_PASSWORD_AUTH")).rejects.toMatchObject({ code: "InvalidParameterException" });
  await place.restart({ ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] });
  await expect(flow("USER_AUTH")).rejects.toMatchObject({ code: "InvalidParameterException" });
});

test("refuses a user whose address was never verified", async () => {
  await place.admin("AdminCreateUser", { Username: "new@example.com" });
  await expect(place.askForCode("new@example.com")).rejects.toMatchObject({ code: "NotAuthorizedException" });
});
