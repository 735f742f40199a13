import type { IncomingMessage, ServerResponse } from "node:http";
import { sendJson, sendJsonError } from "../aws-answers";
import { toAwsError } from "../dispatch";
import { type DynamodbService, dynamodbTarget } from "../dynamodb/dynamodb-service";
import { parseJsonObject, readBody } from "../read-body";
import { callerOf, currentCaller } from "./caller";
import type { FaultyPlace } from "./faulty-service";
import { NoAnswer } from "./strike";

/**
 * The engine's clients are struck on their way through this process: functions are sent this way too
 * where faults are on. A call that no fault concerns is handed on unread, as ever.
 */
export function withFaultyProxy(dynamodb: DynamodbService, { faults }: FaultyPlace): DynamodbService {
  return {
    ...dynamodb,
    proxy: async (request, response) => {
      const isOfTables = request.headers["x-amz-target"]?.toString().startsWith(`${dynamodbTarget}.`);
      if (!isOfTables || !faults.concern("dynamodb")) return dynamodb.proxy(request, response);
      await currentCaller.run(callerOf(request), () => answer(dynamodb, request, response));
    },
  };
}

async function answer(
  { operations }: DynamodbService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, operation = ""] = request.headers["x-amz-target"]?.toString().split(".") ?? [];
  try {
    const input = parseJsonObject(await readBody(request));
    sendJson(response, "1.0", (await operations?.[operation]?.(input)) ?? {});
  } catch (cause) {
    if (cause instanceof NoAnswer) response.destroy();
    else sendJsonError(response, toAwsError(cause), "1.0");
  }
}
