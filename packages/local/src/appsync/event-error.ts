/** A refusal as AppSync words it: `errors: [{errorType, message}]`. */
export class EventError extends Error {
  override readonly name = "EventError";

  constructor(
    readonly errorType: string,
    message: string,
    /** The HTTP status where the request came by HTTP. */
    readonly status = 400,
  ) {
    super(message);
  }
}

export function unauthorized(message = "You are not authorized to make this call."): EventError {
  return new EventError("UnauthorizedException", message, 401);
}

/** The `errors` member of an answer; what went wrong inside stays inside. */
export function errorList(cause: unknown): { errorType: string; message: string }[] {
  return cause instanceof EventError
    ? [{ errorType: cause.errorType, message: cause.message }]
    : [{ errorType: "InternalFailureException", message: "Internal failure" }];
}
