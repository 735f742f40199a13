import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CognitoPlace } from "./cognito.fixture";

const ada = "Ada@example.com";
let place: CognitoPlace;
beforeEach(async () => {
  place = await CognitoPlace.open();
});
afterEach(() => place.close());

const signUp = (Username = ada) =>
  place.ask("SignUp", { Username, UserAttributes: [{ Name: "email", Value: Username }] });
const confirm = (ConfirmationCode: string, more: object = {}) =>
  place.ask("ConfirmSignUp", { Username: ada, ConfirmationCode, ...more });

test("signs up, confirms and signs in at once, as Amplify does", async () => {
  const up = await signUp();
  expect(up).toMatchObject({
    UserConfirmed: false,
    CodeDeliveryDetails: { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: "A***@e***" },
  });
  expect(place.mails).toEqual([expect.objectContaining({ to: ada, code: expect.stringMatching(/^\d{6}$/) })]);
  expect(place.mails[0]?.text).toContain(place.lastCode());
  const { Session } = await confirm(place.lastCode(), { Session: up.Session });
  const { AuthenticationResult } = await place.ask("InitiateAuth", {
    AuthFlow: "USER_AUTH",
    AuthParameters: { USERNAME: ada },
    Session,
  });
  expect(decodeJwt(AuthenticationResult.AccessToken)).toMatchObject({ sub: up.UserSub, token_use: "access" });
  expect(place.mails).toHaveLength(1);
});

test("the session of a confirmed sign-up signs in once, its own user only, for three minutes", async () => {
  const initiate = (USERNAME: string, Session: string) =>
    place.ask("InitiateAuth", { AuthFlow: "USER_AUTH", AuthParameters: { USERNAME }, Session });
  await place.createUser("bob@example.com");
  const { Session: early } = await signUp();
  await expect(initiate(ada, early)).rejects.toMatchObject({ code: "UserNotConfirmedException" });
  const { Session } = await confirm(place.lastCode());
  await expect(initiate("bob@example.com", Session)).rejects.toMatchObject({
    code: "NotAuthorizedException",
  });
  await expect(initiate(ada, early)).rejects.toMatchObject({ code: "NotAuthorizedException" });
  await initiate(ada, Session);
  await expect(initiate(ada, Session)).rejects.toMatchObject({ code: "NotAuthorizedException" });

  await signUp("eve@example.com");
  const late = await place.ask("ConfirmSignUp", {
    Username: "eve@example.com",
    ConfirmationCode: place.lastCode(),
  });
  place.machine.clock.advance(181);
  await expect(initiate("eve@example.com", late.Session)).rejects.toMatchObject({
    code: "NotAuthorizedException",
  });
});

test("one address is one user, in any case", async () => {
  await signUp();
  await expect(signUp("ada@EXAMPLE.com")).rejects.toMatchObject({ code: "UsernameExistsException" });
  await confirm(place.lastCode());
  await expect(signUp("ada@example.com")).rejects.toMatchObject({ code: "UsernameExistsException" });
  expect((await place.admin("ListUsers")).Users).toHaveLength(1);
});

test("tells an unconfirmed user to confirm, and a new code replaces the first", async () => {
  await signUp();
  const first = place.lastCode();
  await expect(place.askForCode(ada)).rejects.toMatchObject({ code: "UserNotConfirmedException" });
  await place.ask("ResendConfirmationCode", { Username: ada });
  if (first !== place.lastCode()) {
    await expect(confirm(first)).rejects.toMatchObject({ code: "CodeMismatchException" });
  }
  await confirm(place.lastCode());
  await expect(confirm(place.lastCode())).rejects.toMatchObject({ code: "NotAuthorizedException" });
  await expect(place.ask("ResendConfirmationCode", { Username: ada })).rejects.toMatchObject({
    code: "InvalidParameterException",
  });
});

test("a sign-up code is good for a day", async () => {
  await signUp();
  place.machine.clock.advance(24 * 3600);
  await expect(confirm(place.lastCode())).rejects.toMatchObject({ code: "ExpiredCodeException" });
});

test("refuses even the right sign-up code after five wrong ones, until a new one is sent", async () => {
  await signUp();
  const wrong = place.lastCode() === "000000" ? "111111" : "000000";
  for (let tries = 0; tries < 5; tries++) {
    await expect(confirm(wrong)).rejects.toMatchObject({ code: "CodeMismatchException" });
  }
  await expect(confirm(place.lastCode())).rejects.toMatchObject({ code: "LimitExceededException" });
  await place.ask("ResendConfirmationCode", { Username: ada });
  await confirm(place.lastCode());
});

test("limits how many codes one address is sent", async () => {
  await signUp();
  const resend = () => place.ask("ResendConfirmationCode", { Username: ada });
  for (let sent = 1; sent < 60; sent++) await resend();
  await expect(resend()).rejects.toMatchObject({ code: "LimitExceededException" });
  place.machine.clock.advance(901);
  await resend();
});

test("refuses what is no address, a password and an attribute nobody defined", async () => {
  await expect(signUp("ada")).rejects.toMatchObject({ code: "InvalidParameterException" });
  await expect(place.ask("SignUp", { Username: ada, Password: "secret" })).rejects.toMatchObject({
    code: "InvalidParameterException",
  });
  const withAttribute = (Name: string) =>
    place.ask("SignUp", { Username: ada, UserAttributes: [{ Name, Value: "true" }] });
  await expect(withAttribute("shoeSize")).rejects.toMatchObject({ code: "InvalidParameterException" });
  await expect(withAttribute("email_verified")).rejects.toMatchObject({ code: "NotAuthorizedException" });
  await expect(place.ask("SignUp", { ClientId: "nobody", Username: ada })).rejects.toMatchObject({
    code: "ResourceNotFoundException",
  });
});

test("tells nobody whether an address is known, where the client wants that", async () => {
  const nobody = { Username: "nobody@example.com" };
  expect(await place.ask("ResendConfirmationCode", nobody)).toMatchObject({
    CodeDeliveryDetails: { Destination: "n***@e***" },
  });
  expect(place.mails).toEqual([]);
  await expect(place.ask("ConfirmSignUp", { ...nobody, ConfirmationCode: "123456" })).rejects.toMatchObject({
    code: "ExpiredCodeException",
  });
  await expect(place.askForCode("nobody@example.com")).rejects.toMatchObject({
    code: "NotAuthorizedException",
  });
});

test("a sign-up under way outlives a restart", async () => {
  await signUp();
  await place.restart();
  await confirm(place.lastCode());
  await place.signIn(ada);
});

test("writes codes and addresses to no log, and codes to no file", async () => {
  await signUp();
  await confirm("000000").catch(() => undefined);
  expect(place.machine.lines).toEqual([]);
  const journal = readFileSync(join(place.folder, "cognito", "cognito.journal"), "utf8");
  expect(journal).not.toContain(`"${place.lastCode()}"`);
});
