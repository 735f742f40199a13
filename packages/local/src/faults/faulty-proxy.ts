import { answerBy } from "../dynamodb/answer-by";
import { type DynamodbService, isOfTables } from "../dynamodb/dynamodb-service";
import { callerOf, currentCaller } from "./caller";
import type { FaultyPlace } from "./faulty-service";

/**
 * The engine's clients are struck on their way through this process: functions are sent this way too
 * where faults are on. A call that no fault concerns is handed on unread, as ever.
 */
export function withFaultyProxy(dynamodb: DynamodbService, { faults }: FaultyPlace): DynamodbService {
  return {
    ...dynamodb,
    proxy: async (request, response) => {
      const isConcerned = isOfTables(request) && faults.concern("dynamodb");
      if (!isConcerned) return dynamodb.proxy(request, response);
      const operations = dynamodb.operations ?? {};
      await currentCaller.run(callerOf(request), () => answerBy(operations, request, response));
    },
  };
}
