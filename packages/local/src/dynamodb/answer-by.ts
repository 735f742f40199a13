import type { IncomingMessage, ServerResponse } from "node:http";
import { sendJson, sendJsonError } from "../aws-answers";
import { NoAnswer } from "../aws-error";
import { toAwsError } from "../dispatch";
import { parseJsonObject, readBody } from "../read-body";
import type { Operation } from "../service";

/** Answers a request for a table by what it asks for, where it cannot be handed on to the engine unread. */
export async function answerBy(
  operations: Readonly<Record<string, Operation>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, operation = ""] = request.headers["x-amz-target"]?.toString().split(".") ?? [];
  try {
    const input = parseJsonObject(await readBody(request));
    sendJson(response, "1.0", (await operations[operation]?.(input)) ?? {});
  } catch (cause) {
    if (cause instanceof NoAnswer) response.destroy();
    else sendJsonError(response, toAwsError(cause), "1.0");
  }
}
