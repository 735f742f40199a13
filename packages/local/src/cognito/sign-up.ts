import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Operation } from "../service";
import { openSession } from "./auth-sessions";
import { countCode, deliveryDetails, mailSignUpCode } from "./code-mail";
import type { Cognito } from "./cognito";
import { parseInput } from "./parse-input";
import type { User } from "./records";
import { codeExpired, isRightCode, makeCode, tooManyAttempts } from "./sent-code";
import { AttributeList, readAttributes, writableBy } from "./user-attributes";

const dayMs = 24 * 3_600_000;

const SignUp = z.object({
  ClientId: z.string(),
  Username: z.string(),
  Password: z.never({ error: "passwords are not supported here" }).optional(),
  UserAttributes: AttributeList.default([]),
});
const ConfirmSignUp = z.object({
  ClientId: z.string(),
  Username: z.string(),
  ConfirmationCode: z.string().min(1),
  Session: z.string().optional(),
});
const ResendConfirmationCode = z.object({ ClientId: z.string(), Username: z.string() });

/** Signing up without a password: a code of six digits by e-mail, good for a day. */
export function signUpOperations(cognito: Cognito): Record<string, Operation> {
  return {
    SignUp: (input) => signUp(cognito, parseInput(SignUp, input)),
    ConfirmSignUp: (input) => confirmSignUp(cognito, parseInput(ConfirmSignUp, input)),
    ResendConfirmationCode: (input) => resendCode(cognito, parseInput(ResendConfirmationCode, input)),
  };
}

async function signUp(cognito: Cognito, input: z.infer<typeof SignUp>): Promise<object> {
  const client = cognito.pools.client(input.ClientId);
  const pool = cognito.pools.pool(client.poolId);
  if (pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly) {
    throw new AwsError("NotAuthorizedException", "SignUp is not permitted for this user pool");
  }
  const attributes = readAttributes(pool, input.UserAttributes, writableBy(client));
  const user = cognito.users.draft(pool.id, input.Username, attributes, "UNCONFIRMED");
  const sent = await sendCode(cognito, user);
  const session = await openSession(cognito, client, user, "SIGN_UP");
  return { UserConfirmed: false, UserSub: user.sub, Session: session, CodeDeliveryDetails: sent };
}

async function resendCode(cognito: Cognito, input: z.infer<typeof ResendConfirmationCode>): Promise<object> {
  const client = cognito.pools.client(input.ClientId);
  const user = cognito.users.find(client.poolId, input.Username);
  if (!user) {
    if (client.settings.PreventUserExistenceErrors === "LEGACY") throw userNotFound();
    return { CodeDeliveryDetails: deliveryDetails(input.Username) };
  }
  if (user.status === "CONFIRMED") {
    throw new AwsError("InvalidParameterException", "User is already confirmed.");
  }
  return { CodeDeliveryDetails: await sendCode(cognito, user) };
}

/** Gives the user a new code, which replaces the one before, and mails it once it is durable. */
async function sendCode(cognito: Cognito, user: User): Promise<object> {
  countCode(cognito, user);
  const { code, sent } = makeCode(6, user.sub, cognito.machine.clock.now() + dayMs);
  await cognito.users.change(user, { signUpCode: sent });
  return mailSignUpCode(cognito, user, code);
}

async function confirmSignUp(cognito: Cognito, input: z.infer<typeof ConfirmSignUp>): Promise<object> {
  const client = cognito.pools.client(input.ClientId);
  const user = cognito.users.find(client.poolId, input.Username);
  if (!user) {
    throw client.settings.PreventUserExistenceErrors === "LEGACY" ? userNotFound() : codeExpired();
  }
  if (user.status === "CONFIRMED" || !user.signUpCode) {
    throw new AwsError("NotAuthorizedException", "User cannot be confirmed. Current status is CONFIRMED");
  }
  if (cognito.guessing.isReached(user.sub)) throw tooManyAttempts();
  if (!isRightCode(user.signUpCode, input.ConfirmationCode, user.sub, cognito.machine.clock.now())) {
    cognito.guessing.count(user.sub);
    const signUpCode = { ...user.signUpCode, wrongTries: user.signUpCode.wrongTries + 1 };
    await cognito.users.change(user, { signUpCode });
    throw new AwsError("CodeMismatchException", "Invalid verification code provided, please try again.");
  }
  const attributes = { ...user.attributes, email_verified: "true" };
  await cognito.users.change(user, { status: "CONFIRMED", attributes, signUpCode: undefined });
  if (input.Session !== undefined) await cognito.store.sessions.delete(input.Session);
  return { Session: await openSession(cognito, client, user, "CONFIRMED") };
}

function userNotFound(): AwsError {
  return new AwsError("UserNotFoundException", "Username/client id combination not found.");
}
