import { SignInError, type SignInFailure } from "@serverlesspresso/client/sign-in-error";

const texts: Record<SignInFailure, string> = {
  invalid_email: "This does not look like an e-mail address.",
  wrong_code: "This is not the code from the e-mail. Look again, or have another sent.",
  expired_code: "This code is too old. Have another one sent.",
  too_many_tries: "Too many tries. Wait a few minutes, then try again.",
  no_network: "No connection. Try again when your phone is online.",
  unknown: "Signing in did not work. Try again in a moment.",
};

/** Why somebody could not sign in, and what to do. */
export function signInErrorText(error: Error | null): string | null {
  if (!error) return null;
  return texts[error instanceof SignInError ? error.reason : "unknown"];
}

/** A path of this app to come back to; anything else leads to the start. */
export function nextOf(wanted: string | null): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : "/";
}
