import { z } from "zod";
import type { Stack } from "./stack";

const Challenge = z.object({ Session: z.string() });
const SignedIn = z.object({
  AuthenticationResult: z.object({ AccessToken: z.string(), IdToken: z.string(), RefreshToken: z.string() }),
});
const Renewed = z.object({
  AuthenticationResult: z.object({ AccessToken: z.string(), IdToken: z.string() }),
});
const Refused = z.object({ __type: z.string() });

export interface Tokens {
  access: string;
  id: string;
  refresh: string;
}

/** What Cognito answered instead; `name` as the SDK has it, for example "NotAuthorizedException". */
export class CognitoError extends Error {}

/** One call of Cognito, by the public client or as an administrator of this machine. */
export async function cognito(stack: Stack, operation: string, input: object): Promise<unknown> {
  const answer = await fetch(stack.awsUrl, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text);
  const refusal = new CognitoError(`${operation} answered ${answer.status}: ${text}`);
  refusal.name = Refused.parse(JSON.parse(text)).__type;
  throw refusal;
}

/** Signs in by e-mail code as the apps do: an unknown address signs up. */
export async function signIn(stack: Stack, email: string): Promise<Tokens> {
  const { userPoolClientId: ClientId } = await stack.config();
  const known = await stack.codesSentTo(email);
  const UserAttributes = [{ Name: "email", Value: email }];
  const isNew = await cognito(stack, "SignUp", { ClientId, Username: email, UserAttributes }).then(
    () => true,
    (cause) => {
      if (cause instanceof CognitoError && cause.name === "UsernameExistsException") return false;
      throw cause;
    },
  );
  return isNew
    ? confirmSignUp(stack, ClientId, email, known)
    : answerChallenge(stack, ClientId, email, known);
}

async function confirmSignUp(stack: Stack, ClientId: string, email: string, known: number): Promise<Tokens> {
  const ConfirmationCode = await stack.codeFor(email, known);
  const confirmed = await cognito(stack, "ConfirmSignUp", { ClientId, Username: email, ConfirmationCode });
  return tokensOf(
    await cognito(stack, "InitiateAuth", {
      ClientId,
      AuthFlow: "USER_AUTH",
      AuthParameters: { USERNAME: email },
      Session: Challenge.parse(confirmed).Session,
    }),
  );
}

async function answerChallenge(
  stack: Stack,
  ClientId: string,
  email: string,
  known: number,
): Promise<Tokens> {
  const started = await cognito(stack, "InitiateAuth", {
    ClientId,
    AuthFlow: "USER_AUTH",
    AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: "EMAIL_OTP" },
  });
  const code = await stack.codeFor(email, known);
  return tokensOf(
    await cognito(stack, "RespondToAuthChallenge", {
      ClientId,
      ChallengeName: "EMAIL_OTP",
      Session: Challenge.parse(started).Session,
      ChallengeResponses: { USERNAME: email, EMAIL_OTP_CODE: code },
    }),
  );
}

/** New tokens for a refresh token, which stays as it is. */
export async function renewTokens(stack: Stack, { refresh }: Tokens): Promise<Tokens> {
  const { userPoolClientId: ClientId } = await stack.config();
  const answer = await cognito(stack, "GetTokensFromRefreshToken", { ClientId, RefreshToken: refresh });
  const { AccessToken, IdToken } = Renewed.parse(answer).AuthenticationResult;
  return { access: AccessToken, id: IdToken, refresh };
}

function tokensOf(answer: unknown): Tokens {
  const { AccessToken, IdToken, RefreshToken } = SignedIn.parse(answer).AuthenticationResult;
  return { access: AccessToken, id: IdToken, refresh: RefreshToken };
}

const Claims = z.object({ sub: z.string() });

/** Whose token it is. */
export function subOf(token: string): string {
  return Claims.parse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString())).sub;
}
