/** What each failed sign-in is told, and what to do about it. */
export const signInText = {
  invalid_email: "This does not look like an e-mail address.",
  wrong_code: "This is not the code from the newest e-mail. Look again, or have another sent.",
  expired_code: "This code is too old. Have another one sent.",
  too_many_tries: "Too many tries. Wait a few minutes, then have a new code sent.",
  not_delivered: "No e-mail reaches this address. Look at it again.",
  no_network: "No connection. Try again in a moment.",
  unknown: "Signing in did not work. Try again in a moment.",
} as const;

/** Why a sign-in failed. An app whose client tells of another reason does not compile. */
export type SignInReason = keyof typeof signInText;
