import type { ExecutionStatus } from "../aws/step-functions";
import { Mark, type Tone } from "../controls/mark";

const tones: Readonly<Record<ExecutionStatus, Tone>> = {
  RUNNING: "now",
  SUCCEEDED: "good",
  FAILED: "bad",
  TIMED_OUT: "bad",
  ABORTED: "plain",
};

/** `TIMED_OUT` reads "timed out". */
export function statusText(status: ExecutionStatus): string {
  return status.toLowerCase().replace("_", " ");
}

export function ExecutionMark({ status }: { status: ExecutionStatus }) {
  return <Mark tone={tones[status]}>{statusText(status)}</Mark>;
}
