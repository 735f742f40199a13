import type { HistoryEvent } from "./history-event";
import { parseTaskResource } from "./task-resource";

interface Rendering {
  region: string;
  /** As `includeExecutionData` of GetExecutionHistory. */
  withData: boolean;
}

const dataDetails = { truncated: false };

/** One event as GetExecutionHistory answers it; times are seconds. */
export function renderEvent(event: HistoryEvent, rendering: Rendering): Record<string, unknown> {
  const { type, ...details } = render(event, rendering);
  return {
    timestamp: event.at / 1000,
    type,
    id: event.id,
    // As on AWS, the first state follows 0, not the start.
    previousEventId: event.id <= 2 ? 0 : event.id - 1,
    ...details,
  };
}

function render(event: HistoryEvent, rendering: Rendering): { type: string } & Record<string, unknown> {
  const data = (name: "input" | "output", text: string) =>
    rendering.withData
      ? { [name]: text, [`${name}Details`]: dataDetails }
      : { [`${name}Details`]: dataDetails };
  switch (event.type) {
    case "ExecutionStarted": {
      const details = { ...data("input", event.input), roleArn: event.roleArn };
      return { type: event.type, executionStartedEventDetails: details };
    }
    case "StateEntered": {
      const details = { name: event.name, ...data("input", event.input) };
      return { type: `${event.stateType}StateEntered`, stateEnteredEventDetails: details };
    }
    case "StateExited": {
      const assigned = rendering.withData ? assignedVariables(event.assigned) : {};
      const details = { name: event.name, ...data("output", event.output), ...assigned };
      return { type: `${event.stateType}StateExited`, stateExitedEventDetails: details };
    }
    case "EvaluationFailed": {
      const { error, cause, location, state } = event;
      return { type: event.type, evaluationFailedEventDetails: { error, cause, location, state } };
    }
    case "ExecutionSucceeded":
      return { type: event.type, executionSucceededEventDetails: data("output", event.output) };
    case "ExecutionFailed":
      return { type: event.type, executionFailedEventDetails: { error: event.error, cause: event.cause } };
    case "ExecutionAborted":
      return { type: event.type, executionAbortedEventDetails: { error: event.error, cause: event.cause } };
    case "ExecutionTimedOut":
      return { type: event.type, executionTimedOutEventDetails: {} };
    default:
      return renderTask(event, data, rendering.region);
  }
}

type TaskEvent = Extract<HistoryEvent, { resource: string }>;
type RenderData = (name: "input" | "output", text: string) => Record<string, unknown>;

function renderTask(event: TaskEvent, data: RenderData, region: string): { type: string } {
  const { kind, resourceType = "", resource = event.resource } = parseTaskResource(event.resource) ?? {};
  if (kind === "lambda-function") return renderLambda(event, data);
  const base = { resourceType, resource };
  switch (event.type) {
    case "TaskScheduled": {
      const { parameters, timeoutSeconds: timeoutInSeconds } = event;
      return named(event.type, { ...base, region, parameters, timeoutInSeconds });
    }
    case "TaskStarted":
      return named(event.type, base);
    case "TaskSubmitted":
    case "TaskSucceeded":
      return named(event.type, { ...base, ...data("output", event.output) });
    case "TaskFailed": {
      const { error, cause } = event;
      return named(event.submit ? "TaskSubmitFailed" : "TaskFailed", { ...base, error, cause });
    }
    case "TaskTimedOut":
      return named(event.type, { ...base, error: event.error, cause: event.cause });
  }
}

function renderLambda(event: TaskEvent, data: RenderData): { type: string } {
  switch (event.type) {
    case "TaskScheduled": {
      const { resource, parameters, timeoutSeconds: timeoutInSeconds } = event;
      return named("LambdaFunctionScheduled", { resource, ...data("input", parameters), timeoutInSeconds });
    }
    case "TaskStarted":
      return { type: "LambdaFunctionStarted" };
    case "TaskSubmitted":
    case "TaskSucceeded":
      return named("LambdaFunctionSucceeded", data("output", event.output));
    case "TaskFailed":
      return named("LambdaFunctionFailed", { error: event.error, cause: event.cause });
    case "TaskTimedOut":
      return named("LambdaFunctionTimedOut", { error: event.error, cause: event.cause });
  }
}

/** `TaskStarted` carries its details as `taskStartedEventDetails`. */
function named(type: string, details: Record<string, unknown>): { type: string } {
  const member = `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
  return { type, [member]: details };
}

function assignedVariables(assigned: Record<string, unknown> | undefined): Record<string, unknown> {
  if (assigned === undefined) return {};
  const texts = Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]);
  return {
    assignedVariables: Object.fromEntries(texts),
    assignedVariablesDetails: dataDetails,
  };
}
