import { z } from "zod";
import { AwsError, NoAnswer } from "../aws-error";
import type { AwsCalls } from "../service";
import { inJavasNames, inProtocolsNames } from "./attribute-names";
import type { ExecutionHeader } from "./ledger";
import { StateError } from "./state-error";
import { parseTaskResource, type TaskResource } from "./task-resource";

const Arguments = z.record(z.string(), z.unknown());

const PutEventsArguments = z.looseObject({
  Entries: z.array(
    z.looseObject({ Detail: z.unknown().optional(), Resources: z.array(z.string()).optional() }),
  ),
});

const InvokeArguments = z.looseObject({ Payload: z.unknown().optional() });

const InvokeAnswer = z.looseObject({ Payload: z.string().optional(), FunctionError: z.string().optional() });

const FunctionFailure = z.looseObject({ errorType: z.string().optional() });

/**
 * Calls what a Task's `Resource` names and answers the result as `$states.result` shows it.
 * @throws StateError with the error's name as Retry and Catch know it
 */
export async function callIntegration(
  aws: AwsCalls,
  header: ExecutionHeader,
  resourceArn: string,
  parameters: unknown,
): Promise<unknown> {
  const resource = parseTaskResource(resourceArn);
  if (resource === undefined)
    throw new StateError("States.Runtime", `${resourceArn} is not implemented here`);
  try {
    switch (resource.kind) {
      case "events":
        return await putEvents(aws, header, parameters);
      case "lambda":
        return await invoke(aws, parameters);
      case "lambda-function":
        return await invokeFunction(aws, resourceArn, parameters);
      case "dynamodb":
        return await aws.call(resource.service, resource.operation, Arguments.parse(parameters));
      case "aws-sdk":
        return await callAsJava(aws, resource, Arguments.parse(parameters));
    }
  } catch (cause) {
    throw asStateError(resource, cause);
  }
}

/** The aws-sdk integrations are the SDK for Java, in what an answer's attributes are called, too. */
async function callAsJava(
  aws: AwsCalls,
  { service, operation }: TaskResource,
  given: Record<string, unknown>,
): Promise<unknown> {
  if (service !== "dynamodb") return aws.call(service, operation, given);
  return inJavasNames(await aws.call(service, operation, Arguments.parse(inProtocolsNames(given))));
}

/** Detail is an object in the States Language and a string in the API; AWS adds the two ARNs. */
async function putEvents(aws: AwsCalls, header: ExecutionHeader, parameters: unknown): Promise<unknown> {
  const given = PutEventsArguments.parse(parameters);
  const entries = given.Entries.map((entry) => ({
    ...entry,
    Detail: typeof entry.Detail === "string" ? entry.Detail : JSON.stringify(entry.Detail),
    Resources: [...(entry.Resources ?? []), header.machineArn, header.arn],
  }));
  const answer = await aws.call("events", "PutEvents", { ...given, Entries: entries });
  if (answer.FailedEntryCount !== 0 && answer.FailedEntryCount !== undefined) {
    throw new StateError("EventBridge.FailedEntry", JSON.stringify(answer));
  }
  return answer;
}

async function invoke(aws: AwsCalls, parameters: unknown): Promise<unknown> {
  const { Payload: payload = {}, ...rest } = InvokeArguments.parse(parameters);
  const answer = await invokeLambda(aws, { ...rest, Payload: JSON.stringify(payload) });
  return { ExecutedVersion: "$LATEST", ...answer, Payload: parsePayload(answer.Payload) };
}

async function invokeFunction(aws: AwsCalls, arn: string, parameters: unknown): Promise<unknown> {
  const answer = await invokeLambda(aws, { FunctionName: arn, Payload: JSON.stringify(parameters) });
  return parsePayload(answer.Payload);
}

async function invokeLambda(aws: AwsCalls, input: Record<string, unknown>) {
  const answer = InvokeAnswer.parse(await aws.call("lambda", "Invoke", input));
  if (answer.FunctionError === undefined) return answer;
  const failure = FunctionFailure.safeParse(parsePayload(answer.Payload));
  throw new StateError(failure.data?.errorType ?? "Lambda.Unknown", answer.Payload ?? "");
}

function parsePayload(payload: string | undefined): unknown {
  return payload === undefined || payload === "" ? null : JSON.parse(payload);
}

function asStateError(resource: TaskResource, cause: unknown): StateError {
  if (cause instanceof StateError) return cause;
  const prefix = resource.errorPrefix;
  if (cause instanceof z.ZodError) return new StateError("States.Runtime", z.prettifyError(cause));
  const isUnanswered = !(cause instanceof AwsError) || cause instanceof NoAnswer;
  if (isUnanswered) return new StateError(`${prefix}.SdkClientException`, String(cause));
  // The SDK for Java, whose names the aws-sdk integrations carry, ends every class with Exception.
  const suffix = resource.kind === "aws-sdk" && !cause.code.endsWith("Exception") ? "Exception" : "";
  return new StateError(`${prefix}.${cause.code}${suffix}`, cause.message);
}
