import type { ChoiceState, TaskState } from "./definition";
import type { Draft } from "./draft";
import { StateError } from "./state-error";
import { parseTaskResource } from "./task-resource";
import { exitState, failEvaluation } from "./transitions";
import { evaluateField, stateOf, type Workflow } from "./workflow";

/** Does what the state that the draft has just entered says, or is to do again. */
export async function beginState(workflow: Workflow, draft: Draft, name: string): Promise<void> {
  const state = stateOf(workflow, name);
  try {
    switch (state.Type) {
      case "Task":
        return await scheduleTask(workflow, draft, state);
      case "Choice":
        return await choose(workflow, draft, state);
      case "Pass":
      case "Wait":
        return await exitState(workflow, draft, { ...state, next: state.Next, otherwise: inputOf(draft) });
      case "Succeed":
        return await exitState(workflow, draft, { ...state, next: undefined, otherwise: inputOf(draft) });
      case "Fail": {
        const error = await evaluateText(workflow, draft, "Error", state.Error);
        const cause = await evaluateText(workflow, draft, "Cause", state.Cause);
        return draft.add({ type: "ExecutionFailed", error, cause });
      }
    }
  } catch (thrown) {
    await failEvaluation(workflow, draft, thrown);
  }
}

async function scheduleTask(workflow: Workflow, draft: Draft, state: TaskState): Promise<void> {
  const resource = parseTaskResource(state.Resource);
  // The event that is about to be written: the token names it.
  const scheduledId = draft.progress.lastEventId + 1;
  const token = resource?.waitsForToken ? workflow.issueToken(scheduledId) : undefined;
  const data = token === undefined ? {} : { token };
  const parameters =
    state.Arguments === undefined
      ? inputOf(draft)
      : await evaluateField(workflow, draft, "Arguments", state.Arguments, data);
  const timeoutSeconds = await evaluateTimeout(workflow, draft, state.TimeoutSeconds);
  draft.add({
    type: "TaskScheduled",
    resource: state.Resource,
    parameters: JSON.stringify(parameters),
    timeoutSeconds,
    dueAt: timeoutSeconds === undefined ? undefined : draft.now + timeoutSeconds * 1000,
    token,
  });
  draft.add({ type: "TaskStarted", resource: state.Resource });
}

async function evaluateTimeout(
  workflow: Workflow,
  draft: Draft,
  template: TaskState["TimeoutSeconds"],
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const seconds = await evaluateField(workflow, draft, "TimeoutSeconds", template);
  if (typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 1 && seconds <= 99_999_999) {
    return seconds;
  }
  const reason = `TimeoutSeconds must be an integer from 1 to 99999999, not ${JSON.stringify(seconds)}.`;
  throw new StateError("States.QueryEvaluationError", reason, "TimeoutSeconds");
}

async function choose(workflow: Workflow, draft: Draft, state: ChoiceState): Promise<void> {
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices[${index}]/Condition`;
    const holds = await evaluateField(workflow, draft, field, rule.Condition);
    if (typeof holds !== "boolean") {
      const reason = `The Condition must be a boolean, not ${JSON.stringify(holds)}.`;
      throw new StateError("States.QueryEvaluationError", reason, field);
    }
    if (holds) {
      return exitState(workflow, draft, { ...rule, next: rule.Next, otherwise: inputOf(draft) });
    }
  }
  if (state.Default === undefined) {
    const cause = "No choice rule matched and the state has no Default.";
    return draft.add({ type: "ExecutionFailed", error: "States.NoChoiceMatched", cause });
  }
  return exitState(workflow, draft, { ...state, next: state.Default, otherwise: inputOf(draft) });
}

async function evaluateText(
  workflow: Workflow,
  draft: Draft,
  field: string,
  template: string | undefined,
): Promise<string | undefined> {
  if (template === undefined) return undefined;
  const text = await evaluateField(workflow, draft, field, template);
  if (typeof text === "string") return text;
  throw new StateError("States.QueryEvaluationError", `${field} must be a string.`, field);
}

function inputOf(draft: Draft): unknown {
  return JSON.parse(draft.progress.state?.input ?? draft.progress.input);
}
