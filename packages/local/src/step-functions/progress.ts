import type { Failure, HistoryEvent } from "./history-event";

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED" | "TIMED_OUT";

/** Where an execution stands: a pure fold over its history, so that replay gives the same again. */
export interface Progress {
  readonly status: ExecutionStatus;
  readonly lastEventId: number;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The input of the next state while none is entered (JSON text). */
  readonly input: string;
  readonly state?: EnteredState;
  readonly outcome?: Outcome;
}

interface EnteredState {
  readonly name: string;
  readonly input: string;
  readonly enteredAt: number;
  /** How often each of the state's retriers has been used, by its index. */
  readonly retries: Readonly<Record<number, number>>;
  readonly position: Position;
}

export type Position =
  /** To be evaluated, at once. */
  | { readonly at: "begin" }
  /** Nothing happens before `until` (ms): a Wait, or the delay before a retry. */
  | { readonly at: "waiting"; readonly until: number }
  | {
      readonly at: "task";
      readonly scheduledId: number;
      readonly resource: string;
      readonly parameters: string;
      readonly token?: string;
      readonly dueAt?: number;
      /** The call that hands out the token has answered; only the token is missing. */
      readonly submitted: boolean;
    }
  /** Between a task's result and what it leads to; never the last event of an append. */
  | { readonly at: "result" };

interface Outcome {
  readonly stoppedAt: number;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

export const initialProgress: Progress = { status: "RUNNING", lastEventId: 0, variables: {}, input: "{}" };

/** The progress after one more event. */
export function reduce(progress: Progress, event: HistoryEvent): Progress {
  return { ...applied(progress, event), lastEventId: event.id };
}

function applied(progress: Progress, event: HistoryEvent): Progress {
  switch (event.type) {
    case "ExecutionStarted":
      return { ...progress, input: event.input };
    case "StateEntered":
      return { ...progress, state: entered(event) };
    case "StateExited":
      return {
        ...progress,
        state: undefined,
        input: event.output,
        variables: event.assigned ? { ...progress.variables, ...event.assigned } : progress.variables,
      };
    case "TaskScheduled": {
      const { resource, parameters, token, dueAt } = event;
      const scheduledId = event.id;
      return at(progress, { at: "task", scheduledId, resource, parameters, token, dueAt, submitted: false });
    }
    case "TaskSubmitted":
      return progress.state?.position.at === "task"
        ? at(progress, { ...progress.state.position, submitted: true })
        : progress;
    case "TaskStarted":
      return progress;
    case "TaskSucceeded":
      return at(progress, { at: "result" });
    case "TaskFailed":
    case "TaskTimedOut":
    case "EvaluationFailed":
      return event.retry === undefined ? at(progress, { at: "result" }) : retrying(progress, event.retry);
    case "ExecutionSucceeded":
      return ended(progress, "SUCCEEDED", { stoppedAt: event.at, output: event.output });
    case "ExecutionFailed":
      return ended(progress, "FAILED", { stoppedAt: event.at, error: event.error, cause: event.cause });
    case "ExecutionAborted":
      return ended(progress, "ABORTED", { stoppedAt: event.at, error: event.error, cause: event.cause });
    case "ExecutionTimedOut":
      return ended(progress, "TIMED_OUT", { stoppedAt: event.at });
  }
}

function entered(event: HistoryEvent & { type: "StateEntered" }): EnteredState {
  const { name, input, until } = event;
  const position: Position = until === undefined ? { at: "begin" } : { at: "waiting", until };
  return { name, input, enteredAt: event.at, retries: {}, position };
}

function at(progress: Progress, position: Position): Progress {
  return progress.state === undefined ? progress : { ...progress, state: { ...progress.state, position } };
}

function retrying(progress: Progress, { retrier, until }: NonNullable<Failure["retry"]>): Progress {
  if (progress.state === undefined) return progress;
  const retries = { ...progress.state.retries, [retrier]: (progress.state.retries[retrier] ?? 0) + 1 };
  const position: Position = { at: "waiting", until };
  return { ...progress, state: { ...progress.state, retries, position } };
}

// The variables and the last state go: a finished execution is only looked at.
function ended(progress: Progress, status: ExecutionStatus, outcome: Outcome): Progress {
  return { ...progress, status, outcome, state: undefined, variables: {}, input: "" };
}
