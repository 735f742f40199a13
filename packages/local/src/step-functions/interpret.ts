import { beginState } from "./begin-state";
import type { Draft } from "./draft";
import { enterState, exitState, failEvaluation, failState } from "./transitions";
import { requireSize, stateOf, type Workflow } from "./workflow";

/** What has happened to an execution from outside its definition. */
export type Trigger =
  /** It has begun, or a restart found it between two states. */
  | { type: "go" }
  /** The clock passed the end of a Wait or of the delay before a retry. */
  | { type: "waited" }
  | { type: "submitted"; scheduledId: number; output: string }
  | { type: "succeeded"; scheduledId: number; output: string }
  | { type: "failed"; scheduledId: number; error: string; cause?: string; submit?: true }
  | { type: "timedOut"; scheduledId: number };

// An append holds whole steps; a loop of states without a task is cut into several.
const eventsAnAppend = 60;

/** Whether the trigger still means anything to the execution as it stands. */
export function isCurrent(draft: Draft, trigger: Trigger): boolean {
  const { status, state } = draft.progress;
  if (status !== "RUNNING") return false;
  const position = state?.position;
  switch (trigger.type) {
    case "go":
      return position === undefined || position.at === "begin";
    case "waited":
      return position?.at === "waiting" && position.until <= draft.now;
    case "submitted":
    case "succeeded":
    case "failed":
    case "timedOut": {
      if (position?.at !== "task" || position.scheduledId !== trigger.scheduledId) return false;
      const late = position.dueAt !== undefined && position.dueAt <= draft.now;
      return late === (trigger.type === "timedOut");
    }
  }
}

/**
 * Adds to the draft everything that follows from a trigger, up to where the execution waits again:
 * for a task, for time, or for the next append.
 */
export async function interpret(workflow: Workflow, draft: Draft, trigger: Trigger): Promise<void> {
  await react(workflow, draft, trigger);
  while (draft.progress.status === "RUNNING" && draft.events.length < eventsAnAppend) {
    const { state } = draft.progress;
    if (state === undefined) await enterState(workflow, draft, workflow.definition.StartAt);
    else if (state.position.at === "begin") await beginState(workflow, draft, state.name);
    else return;
  }
}

async function react(workflow: Workflow, draft: Draft, trigger: Trigger): Promise<void> {
  const position = draft.progress.state?.position;
  const name = draft.progress.state?.name ?? "";
  if (trigger.type === "waited") return beginState(workflow, draft, name);
  if (trigger.type === "go" || position?.at !== "task") return;
  const { resource } = position;
  switch (trigger.type) {
    case "submitted":
      return draft.add({ type: "TaskSubmitted", resource, output: trigger.output });
    case "succeeded":
      return completeTask(workflow, draft, resource, trigger.output);
    case "failed": {
      const { error, cause, submit } = trigger;
      return failState(workflow, draft, { type: "TaskFailed", resource, error, cause, submit });
    }
    case "timedOut":
      return failState(workflow, draft, { type: "TaskTimedOut", resource, error: "States.Timeout" });
  }
}

async function completeTask(
  workflow: Workflow,
  draft: Draft,
  resource: string,
  output: string,
): Promise<void> {
  const name = draft.progress.state?.name ?? "";
  const state = stateOf(workflow, name);
  if (state.Type !== "Task") throw new Error(`"${name}" is no Task`);
  draft.add({ type: "TaskSucceeded", resource, output });
  try {
    requireSize(output, "result");
    const result: unknown = JSON.parse(output);
    await exitState(workflow, draft, { ...state, next: state.Next, otherwise: result }, { result });
  } catch (thrown) {
    await failEvaluation(workflow, draft, thrown);
  }
}
