import type { WaitState } from "./definition";
import type { Draft } from "./draft";
import type { EventContent } from "./history-event";
import { planRetry } from "./retry-delay";
import type { StateData } from "./state-bindings";
import { matchesError, StateError } from "./state-error";
import { evaluateField, stateOf, type Workflow } from "./workflow";

const eventsAtMost = 25_000;

/** Enters a state. A Wait's end is settled here, so that a restart does not lengthen it. */
export async function enterState(workflow: Workflow, draft: Draft, name: string): Promise<void> {
  if (draft.progress.lastEventId >= eventsAtMost) {
    const cause = "The execution reached the maximum number of history events (25000).";
    draft.add({ type: "ExecutionFailed", error: "States.Runtime", cause });
    return;
  }
  const state = stateOf(workflow, name);
  const entered = { type: "StateEntered", stateType: state.Type, name, input: draft.progress.input } as const;
  if (state.Type !== "Wait") {
    draft.add(entered);
    return;
  }
  try {
    draft.add({ ...entered, until: await endOfWait(workflow, draft.preview(entered), state) });
  } catch (cause) {
    draft.add(entered);
    await failEvaluation(workflow, draft, cause);
  }
}

/** What leaving a state does: each part optional, evaluated with the same data. */
interface Exit {
  Assign?: Record<string, unknown>;
  Output?: unknown;
  next: string | undefined;
  /** The output where `Output` is absent. */
  otherwise: unknown;
}

/** Leaves the state the draft is in for `exit.next`, or ends the execution there. */
export async function exitState(
  workflow: Workflow,
  draft: Draft,
  exit: Exit,
  data?: StateData,
): Promise<void> {
  const { state } = draft.progress;
  if (state === undefined) throw new Error("no state to leave");
  const assigned =
    exit.Assign === undefined
      ? undefined
      : // Assign is an object, and a template keeps its shape.
        ((await evaluateField(workflow, draft, "Assign", exit.Assign, data)) as Record<string, unknown>);
  const value =
    exit.Output === undefined
      ? exit.otherwise
      : await evaluateField(workflow, draft, "Output", exit.Output, data);
  const output = JSON.stringify(value);
  const stateType = stateOf(workflow, state.name).Type;
  draft.add({ type: "StateExited", stateType, name: state.name, output, assigned });
  if (exit.next === undefined) draft.add({ type: "ExecutionSucceeded", output });
  else await enterState(workflow, draft, exit.next);
}

type FailureEvent = EventContent & { type: "TaskFailed" | "TaskTimedOut" | "EvaluationFailed" };

/** Writes the failure of the draft's state, then retries, catches or fails the execution. */
export async function failState(workflow: Workflow, draft: Draft, failure: FailureEvent): Promise<void> {
  const { state } = draft.progress;
  if (state === undefined) throw new Error("no state to fail");
  const definition = stateOf(workflow, state.name);
  const { Retry: retriers = [], Catch: catchers = [] } =
    definition.Type === "Task" ? definition : { Retry: [], Catch: [] };
  const { error, cause } = failure;
  const retry = planRetry(retriers, state.retries, error, draft.now);
  draft.add({ ...failure, retry });
  if (retry !== undefined) return;
  const catcher = catchers.find(({ ErrorEquals }) => matchesError(ErrorEquals, error));
  if (catcher === undefined) {
    draft.add({ type: "ExecutionFailed", error, cause });
    return;
  }
  const errorOutput = { Error: error, Cause: cause ?? "" };
  try {
    const exit = { ...catcher, next: catcher.Next, otherwise: errorOutput };
    await exitState(workflow, draft, exit, { errorOutput });
  } catch (thrown) {
    const { error: second, reason, location } = asStateError(thrown);
    draft.add({ type: "EvaluationFailed", state: state.name, error: second, cause: reason, location });
    draft.add({ type: "ExecutionFailed", error: second, cause: reason });
  }
}

/** `failState` for an expression of the draft's state that failed. */
export function failEvaluation(workflow: Workflow, draft: Draft, thrown: unknown): Promise<void> {
  const { error, reason, location } = asStateError(thrown);
  const state = draft.progress.state?.name ?? "";
  return failState(workflow, draft, { type: "EvaluationFailed", state, error, cause: reason, location });
}

function asStateError(thrown: unknown): StateError {
  if (thrown instanceof StateError) return thrown;
  throw thrown;
}

async function endOfWait(workflow: Workflow, draft: Draft, state: WaitState): Promise<number> {
  if (state.Seconds !== undefined) {
    const seconds = await evaluateField(workflow, draft, "Seconds", state.Seconds);
    if (typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 0) {
      return draft.now + seconds * 1000;
    }
    throw new StateError("States.QueryEvaluationError", "Seconds must be a non-negative integer.", "Seconds");
  }
  const timestamp = await evaluateField(workflow, draft, "Timestamp", state.Timestamp);
  const until = typeof timestamp === "string" ? Date.parse(timestamp) : Number.NaN;
  if (Number.isFinite(until)) return until;
  throw new StateError("States.QueryEvaluationError", "Timestamp must be an ISO-8601 time.", "Timestamp");
}
