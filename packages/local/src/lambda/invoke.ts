import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { AwsError } from "../aws-error";
import { parseJson } from "../json-depth";
import type { AsyncInvocations } from "./async-invocations";
import type { LambdaFunction } from "./lambda-function";

/** AWS's limits on a payload: 6 MB for a caller who waits, 1 MB for one who does not. */
const mostBytes = { RequestResponse: 6_291_556, Event: 1_048_576, DryRun: 6_291_556 };
/** What a worker prints comes by another way than its answer, and may come later. */
const outputPatienceMs = 50;
const mostTailBytes = 4096;

const Input = z.object({
  FunctionName: z.string(),
  Qualifier: z.string().optional(),
  Payload: z.string().default("{}"),
  InvocationType: z.enum(["RequestResponse", "Event", "DryRun"]).default("RequestResponse"),
  LogType: z.enum(["None", "Tail"]).default("None"),
});

/**
 * `Invoke`: waits for the answer, accepts the event durably, or only checks.
 * @throws AwsError InvalidParameterValueException, InvalidRequestContentException, RequestTooLargeException
 */
export async function invoke(
  find: (name: string, qualifier?: string) => LambdaFunction,
  queue: AsyncInvocations,
  input: unknown,
): Promise<object> {
  const parsed = Input.safeParse(input);
  if (!parsed.success) {
    throw new AwsError("InvalidParameterValueException", z.prettifyError(parsed.error), 400, {
      Type: "User",
    });
  }
  const { FunctionName, Qualifier, Payload, InvocationType, LogType } = parsed.data;
  const lambda = find(FunctionName, Qualifier);
  requireSize(Payload, mostBytes[InvocationType]);
  requireJson(Payload);
  if (InvocationType === "DryRun") return { StatusCode: 204 };
  if (InvocationType === "Event") {
    await queue.accept(lambda.settings.name, Payload);
    return { StatusCode: 202 };
  }
  const printed: string[] = [];
  const stop = LogType === "Tail" ? lambda.onOutput((text) => printed.push(text)) : undefined;
  const outcome = await lambda.invoke(Payload);
  if (stop !== undefined) await wait(outputPatienceMs);
  stop?.();
  return {
    StatusCode: 200,
    Payload: outcome.payload,
    ExecutedVersion: "$LATEST",
    ...(outcome.failed && { FunctionError: "Unhandled" }),
    ...(LogType === "Tail" && { LogResult: tailOf(printed.join("")) }),
  };
}

/** The last 4 kB, as base64. */
function tailOf(text: string): string {
  return Buffer.from(text).subarray(-mostTailBytes).toString("base64");
}

function requireSize(payload: string, most: number): void {
  const bytes = Buffer.byteLength(payload);
  if (bytes <= most) return;
  const message = `${bytes} byte payload is too large for the invocation (limit ${most} bytes)`;
  throw new AwsError("RequestTooLargeException", message, 413, { Type: "User" });
}

function requireJson(payload: string): void {
  try {
    parseJson(payload);
  } catch {
    const message = "Could not parse request body into json";
    throw new AwsError("InvalidRequestContentException", message, 400, { Type: "User" });
  }
}
