/**
 * An error as AWS answers it: `code` becomes `__type` (JSON protocols) or `<Code>` (query protocol),
 * `status` the HTTP status. Everything a service refuses is thrown as one of these.
 */
export class AwsError extends Error {
  override readonly name = "AwsError";

  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    /** Further members of the answer, for example `CancellationReasons`. */
    readonly members: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** The connection ends without an answer; within this process it is an error of the service. */
export class NoAnswer extends AwsError {
  constructor() {
    super("InternalFailure", "the answer was lost", 500);
  }
}
