import { z } from "zod";
import { AwsError } from "./aws-error";
import type { Service } from "./service";

/** Calls one operation of a service, and turns whatever it throws into the error AWS would answer. */
export async function dispatch(service: Service, operation: string, input: unknown): Promise<object> {
  // Names of what every object has, `constructor` among them, are written otherwise.
  const run = /^[A-Z]\w*$/.test(operation) ? service.operations?.[operation] : undefined;
  if (run === undefined) {
    throw new AwsError("UnknownOperationException", `${service.name} has no operation ${operation} here`);
  }
  try {
    return await run(input);
  } catch (cause) {
    throw toAwsError(cause);
  }
}

export function toAwsError(cause: unknown): AwsError {
  if (cause instanceof AwsError) return cause;
  if (cause instanceof z.ZodError) {
    const problems = cause.issues.map(({ path, message }) => `${path.join(".") || "input"}: ${message}`);
    return new AwsError("ValidationException", problems.join("; "));
  }
  if (cause instanceof RangeError && cause.message.startsWith("Maximum call stack")) {
    return new AwsError("ValidationException", "the input nests too deeply");
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  return Object.assign(new AwsError("InternalFailure", message, 500), { cause });
}
