import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Operation } from "../service";
import { checkNotExpired, findSession, openSession } from "./auth-sessions";
import { countCode, mailSignInCode } from "./code-mail";
import type { Cognito } from "./cognito";
import { parseInput } from "./parse-input";
import type { User } from "./records";
import { isRightCode, makeCode, tooManyAttempts } from "./sent-code";
import { rotationOf } from "./tokens";
import type { UserPoolClient } from "./user-pools";

/** AWS: a sign-in code is good for three minutes, however long its session lives. */
const codeLifeMs = 3 * 60_000;

const InitiateAuth = z.object({
  AuthFlow: z.string(),
  AuthParameters: z.record(z.string(), z.string()).default({}),
  ClientId: z.string(),
  Session: z.string().optional(),
});
const RespondToAuthChallenge = z.object({
  ChallengeName: z.string(),
  ChallengeResponses: z.record(z.string(), z.string()).default({}),
  ClientId: z.string(),
  Session: z.string(),
});

/** Signing in by a code of eight digits, or right after the sign-up was confirmed. */
export function signInOperations(cognito: Cognito): Record<string, Operation> {
  return {
    InitiateAuth: (input) => initiateAuth(cognito, parseInput(InitiateAuth, input)),
    RespondToAuthChallenge: (input) => respond(cognito, parseInput(RespondToAuthChallenge, input)),
  };
}

async function initiateAuth(cognito: Cognito, input: z.infer<typeof InitiateAuth>): Promise<object> {
  const client = cognito.pools.client(input.ClientId);
  checkFlow(client, input.AuthFlow);
  if (input.AuthFlow !== "USER_AUTH") {
    const token = required(input.AuthParameters, "REFRESH_TOKEN");
    return { AuthenticationResult: await cognito.tokens.refresh(token, client), ChallengeParameters: {} };
  }
  const user = cognito.users.find(client.poolId, required(input.AuthParameters, "USERNAME"));
  checkMaySignIn(client, user);
  if (input.Session !== undefined) return signInAfterSignUp(cognito, client, user, input.Session);
  if (input.AuthParameters.PREFERRED_CHALLENGE === "EMAIL_OTP") return challenge(cognito, client, user);
  return {
    ChallengeName: "SELECT_CHALLENGE",
    ChallengeParameters: {},
    AvailableChallenges: ["EMAIL_OTP"],
    Session: await openSession(cognito, client, user, "SELECT_CHALLENGE"),
  };
}

async function respond(cognito: Cognito, input: z.infer<typeof RespondToAuthChallenge>): Promise<object> {
  const client = cognito.pools.client(input.ClientId);
  const { ChallengeName, ChallengeResponses } = input;
  const user = cognito.users.find(client.poolId, required(ChallengeResponses, "USERNAME"));
  if (ChallengeName === "EMAIL_OTP") {
    const code = required(ChallengeResponses, "EMAIL_OTP_CODE");
    return checkCode(cognito, client, user, input.Session, code);
  }
  if (ChallengeName !== "SELECT_CHALLENGE") {
    throw new AwsError("InvalidParameterException", `Challenge ${ChallengeName} is not available.`);
  }
  const session = findSession(cognito, input.Session, client, user, "SELECT_CHALLENGE");
  checkNotExpired(cognito, session);
  checkMaySignIn(client, user);
  if (required(ChallengeResponses, "ANSWER") !== "EMAIL_OTP") {
    throw new AwsError("InvalidParameterException", "The selected challenge is not available.");
  }
  await cognito.store.sessions.delete(session.id);
  return challenge(cognito, client, user);
}

/** Mails a code and answers the challenge to give it. */
async function challenge(cognito: Cognito, client: UserPoolClient, user: User): Promise<object> {
  countCode(cognito, user);
  const { code, sent } = makeCode(8, user.sub, cognito.machine.clock.now() + codeLifeMs);
  const session = await openSession(cognito, client, user, "EMAIL_OTP", sent);
  const { DeliveryMedium, Destination } = await mailSignInCode(cognito, user, code);
  return {
    ChallengeName: "EMAIL_OTP",
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: DeliveryMedium,
      CODE_DELIVERY_DESTINATION: Destination,
    },
    AvailableChallenges: ["EMAIL_OTP"],
    Session: session,
  };
}

async function checkCode(
  cognito: Cognito,
  client: UserPoolClient,
  user: User | undefined,
  sessionId: string,
  given: string,
): Promise<object> {
  const session = findSession(cognito, sessionId, client, user, "EMAIL_OTP");
  checkMaySignIn(client, user);
  if (!session.code) throw new Error("a session for a code was opened without one");
  if (cognito.guessing.isReached(user.sub)) throw tooManyAttempts();
  if (!isRightCode(session.code, given, user.sub, cognito.machine.clock.now())) {
    cognito.guessing.count(user.sub);
    const code = { ...session.code, wrongTries: session.code.wrongTries + 1 };
    await cognito.store.sessions.put(session.id, { ...session, code });
    throw new AwsError("CodeMismatchException", "Invalid code or auth state for the user.");
  }
  return signIn(cognito, client, user, session.id);
}

function signInAfterSignUp(
  cognito: Cognito,
  client: UserPoolClient,
  user: User,
  sessionId: string,
): Promise<object> {
  const session = findSession(cognito, sessionId, client, user, "CONFIRMED");
  checkNotExpired(cognito, session);
  return signIn(cognito, client, user, session.id);
}

/** The session is gone before anything is awaited: it signs in once. */
async function signIn(
  cognito: Cognito,
  client: UserPoolClient,
  user: User,
  sessionId: string,
): Promise<object> {
  await cognito.store.sessions.delete(sessionId);
  return { AuthenticationResult: await cognito.tokens.issue(user, client), ChallengeParameters: {} };
}

function checkFlow(client: UserPoolClient, flow: string): void {
  const flows = client.settings.ExplicitAuthFlows;
  const isUserAuth = flow === "USER_AUTH" && flows.includes("ALLOW_USER_AUTH");
  const isRefresh = flow === "REFRESH_TOKEN_AUTH" || flow === "REFRESH_TOKEN";
  // With rotation on, AWS leaves GetTokensFromRefreshToken as the only way.
  if (isUserAuth || (isRefresh && flows.includes("ALLOW_REFRESH_TOKEN_AUTH") && !rotationOf(client))) return;
  throw new AwsError("InvalidParameterException", `${flow} flow not enabled for this client`);
}

function checkMaySignIn(client: UserPoolClient, user: User | undefined): asserts user is User {
  if (!user) {
    throw client.settings.PreventUserExistenceErrors === "LEGACY"
      ? new AwsError("UserNotFoundException", "User does not exist.")
      : new AwsError("NotAuthorizedException", "Incorrect username or password.");
  }
  if (user.disabled) throw new AwsError("NotAuthorizedException", "User is disabled.");
  if (user.status === "UNCONFIRMED") {
    throw new AwsError("UserNotConfirmedException", "User is not confirmed.");
  }
  if (user.attributes.email_verified !== "true") {
    throw new AwsError("NotAuthorizedException", "No sign-in factor is available for the user.");
  }
}

function required(parameters: Record<string, string>, name: string): string {
  const value = parameters[name];
  if (!value) throw new AwsError("InvalidParameterException", `Missing required parameter ${name}`);
  return value;
}
