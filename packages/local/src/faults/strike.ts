import { AwsError, NoAnswer } from "../aws-error";
import type { Clock } from "../clock";
import type { Fault } from "./fault";

export interface Victim {
  readonly service: string;
  readonly clock: Clock;
  readonly caller: string | undefined;
  readonly input: unknown;
  endFunction(name: string): void;
}

/**
 * Carries a call out as a fault has it.
 * @throws AwsError as the service answers it; NoAnswer where nobody is answered
 */
export async function strike<Answer>(
  fault: Fault,
  victim: Victim,
  carryOut: () => Promise<Answer>,
): Promise<Answer> {
  switch (fault.mode) {
    case "throttle":
      throw throttled(victim.service);
    case "conflict":
      throw conflict(victim.input);
    case "error":
      throw new AwsError(fault.code, "injected", fault.status);
    case "refuse":
      throw new NoAnswer();
    case "drop-answer":
      await carryOut();
      throw new NoAnswer();
    case "kill-caller":
      await carryOut();
      if (victim.caller !== undefined) victim.endFunction(victim.caller);
      throw new NoAnswer();
    case "slow":
      await pause(victim.clock, fault.seconds);
      return carryOut();
    default:
      // The others are of deliveries and live messages alone.
      return carryOut();
  }
}

export function pause(clock: Clock, seconds: number): Promise<void> {
  return new Promise((done) => {
    clock.at(clock.now() + seconds * 1000, done);
  });
}

function throttled(service: string): AwsError {
  switch (service) {
    case "dynamodb": {
      const why = "The level of configured provisioned throughput for the table was exceeded.";
      return new AwsError("ProvisionedThroughputExceededException", why);
    }
    case "lambda":
      return new AwsError("TooManyRequestsException", "Rate Exceeded.", 429);
    case "sqs":
      return new AwsError("RequestThrottled", "Rate exceeded");
    case "apigateway":
    case "appsync":
      return new AwsError("TooManyRequestsException", "Too Many Requests", 429);
    default:
      return new AwsError("ThrottlingException", "Rate exceeded");
  }
}

/** As DynamoDB answers where another transaction holds an item. */
function conflict(input: unknown): AwsError {
  const items = transactItems(input);
  if (items === undefined) {
    return new AwsError("TransactionConflictException", "Transaction is ongoing for the item");
  }
  const codes = items.map((_, index) => (index === 0 ? "TransactionConflict" : "None"));
  return new AwsError(
    "TransactionCanceledException",
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(", ")}]`,
    400,
    {
      CancellationReasons: codes.map((Code) =>
        Code === "None" ? { Code } : { Code, Message: "Transaction is ongoing for the item" },
      ),
    },
  );
}

function transactItems(input: unknown): unknown[] | undefined {
  if (typeof input !== "object" || input === null || !("TransactItems" in input)) return undefined;
  return Array.isArray(input.TransactItems) ? input.TransactItems : undefined;
}
