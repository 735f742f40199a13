/** An error name of the States Language with its cause; Retry and Catch match on `error`. */
export class StateError extends Error {
  override readonly name = "StateError";

  constructor(
    readonly error: string,
    readonly reason: string,
    /** The field whose evaluation failed, where one did. */
    readonly location?: string,
  ) {
    super(`${error}: ${reason}`);
  }
}

// States.ALL does not catch these two; nothing else does but their own names.
const terminal = ["States.DataLimitExceeded", "States.Runtime"];

/** Whether an `ErrorEquals` list names the error, by name or by a wildcard. */
export function matchesError(errorEquals: readonly string[], error: string): boolean {
  if (errorEquals.includes(error)) return error !== "States.Runtime";
  if (terminal.includes(error)) return false;
  if (errorEquals.includes("States.ALL")) return true;
  return errorEquals.includes("States.TaskFailed") && error !== "States.Timeout";
}
