export type SignInFailure =
  | "invalid_email"
  | "wrong_code"
  | "expired_code"
  | "too_many_tries"
  | "not_delivered"
  | "no_network"
  | "unknown";

/** Why somebody could not sign in; screens branch on `reason`. */
export class SignInError extends Error {
  override readonly name = "SignInError";

  constructor(
    readonly reason: SignInFailure,
    options?: ErrorOptions,
  ) {
    super(`Sign-in failed: ${reason}`, options);
  }
}

const reasons: Record<string, SignInFailure> = {
  InvalidParameterException: "invalid_email",
  CodeMismatchException: "wrong_code",
  ExpiredCodeException: "expired_code",
  // Cognito's answer to a session that is too old or has had too many wrong codes.
  NotAuthorizedException: "expired_code",
  // Amplify's own, when its challenge has been forgotten after three minutes.
  SignInException: "expired_code",
  LimitExceededException: "too_many_tries",
  TooManyRequestsException: "too_many_tries",
  TooManyFailedAttemptsException: "too_many_tries",
  CodeDeliveryFailureException: "not_delivered",
  NetworkError: "no_network",
};

/** Translates what Amplify or Cognito threw. */
export function signInErrorOf(cause: unknown): SignInError {
  if (cause instanceof SignInError) return cause;
  const name = cause instanceof Error ? cause.name : "";
  return new SignInError(reasons[name] ?? "unknown", { cause });
}
