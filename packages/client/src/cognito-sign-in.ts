import type { AppConfig } from "@serverlesspresso/contracts/app-config";
import { Amplify } from "aws-amplify";
import { confirmSignIn, resendSignUpCode, signIn, signUp } from "aws-amplify/auth";
import * as z from "zod/mini";
import { callCognito, isNamed } from "./call-cognito";
import { SignInError } from "./sign-in-error";
import type { IssuedTokens } from "./stored-tokens";

/** Which code the person has been sent: one that confirms a new account, or one that signs in. */
export type SentCode = "sign-up" | "sign-in" | "none";

/** Points Amplify at the user pool. This module is loaded only when somebody signs in. */
export function configure(config: AppConfig): void {
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: config.userPoolId,
        userPoolClientId: config.userPoolClientId,
        ...(config.userPoolEndpoint && { userPoolEndpoint: config.userPoolEndpoint }),
      },
    },
  });
}

/** Sends a code to a new or a known address; `none` if this browser turns out to be signed in. */
export async function sendCode(email: string): Promise<SentCode> {
  try {
    await signUp({ username: email, options: { userAttributes: { email } } });
    return "sign-up";
  } catch (error) {
    if (!isNamed(error, "UsernameExistsException")) throw error;
    return sendSignInCode(email);
  }
}

async function sendSignInCode(email: string): Promise<SentCode> {
  const { nextStep } = await signIn({
    username: email,
    options: { authFlowType: "USER_AUTH", preferredChallenge: "EMAIL_OTP" },
  }).catch((error) => {
    if (isNamed(error, "UserAlreadyAuthenticatedException"))
      return { nextStep: { signInStep: "DONE" as const } };
    throw error;
  });
  if (nextStep.signInStep === "CONFIRM_SIGN_IN_WITH_EMAIL_CODE") return "sign-in";
  if (nextStep.signInStep === "DONE") return "none";
  if (nextStep.signInStep === "CONFIRM_SIGN_UP") {
    // Somebody who began earlier and never entered the code.
    await resendSignUpCode({ username: email });
    return "sign-up";
  }
  throw new SignInError("unknown", { cause: new Error(`unexpected step ${nextStep.signInStep}`) });
}

/** Sends another code: of the same kind, or one that signs in if the account was confirmed meanwhile. */
export async function sendCodeAgain(email: string, sent: SentCode): Promise<SentCode> {
  if (sent !== "sign-up") return sendSignInCode(email);
  try {
    await resendSignUpCode({ username: email });
    return sent;
  } catch (error) {
    // Cognito's word for an account that needs no confirmation: another tab did it, or its answer was lost.
    if (!isNamed(error, "InvalidParameterException")) throw error;
    return sendSignInCode(email);
  }
}

/** Answers the challenge of a known customer; Amplify stores the tokens. */
export async function answerChallenge(code: string): Promise<void> {
  const { nextStep } = await confirmSignIn({ challengeResponse: code });
  if (nextStep.signInStep === "DONE") return;
  // Cognito asks again after a wrong code instead of failing.
  throw new SignInError(nextStep.signInStep === "CONFIRM_SIGN_IN_WITH_EMAIL_CODE" ? "wrong_code" : "unknown");
}

const ConfirmedSignUp = z.object({ Session: z.string() });
const SignedIn = z.object({
  AuthenticationResult: z.object({
    AccessToken: z.string(),
    IdToken: z.optional(z.string()),
    RefreshToken: z.string(),
  }),
});

/**
 * Confirms a new account and signs it in with the same code. Amplify's own `autoSignIn` is not used: it
 * forgets the way on after a reload and after three minutes, and people read their mail in between.
 */
export async function confirmNewAccount(
  config: AppConfig,
  email: string,
  code: string,
): Promise<IssuedTokens> {
  const client = { ClientId: config.userPoolClientId };
  const confirmed = await callCognito(config, "ConfirmSignUp", {
    ...client,
    Username: email,
    ConfirmationCode: code,
  });
  const { Session } = ConfirmedSignUp.parse(confirmed);
  const answer = await callCognito(config, "InitiateAuth", {
    ...client,
    AuthFlow: "USER_AUTH",
    AuthParameters: { USERNAME: email },
    Session,
  });
  return SignedIn.parse(answer).AuthenticationResult;
}
