import { SignInError, type SignInFailure } from "@serverlesspresso/client/sign-in-error";

const words: Record<SignInFailure, string> = {
  invalid_email: "This does not look like an e-mail address.",
  wrong_code: "This is not the code from the newest e-mail. Please look again.",
  expired_code: "This code is too old. Send another one.",
  too_many_tries: "Too many tries. Please wait a few minutes.",
  no_network: "The shop does not answer. Please try again in a moment.",
  unknown: "That did not work. Please try again.",
};

/** What to do about a sign-in that failed. */
export function signInWords(error: Error): string {
  return words[error instanceof SignInError ? error.reason : "unknown"];
}
