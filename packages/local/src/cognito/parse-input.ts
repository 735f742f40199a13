import type { z } from "zod";
import { AwsError } from "../aws-error";

/**
 * Checks a call's input as Cognito does.
 * @throws AwsError InvalidParameterException naming the first member that is wrong
 */
export function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AwsError(
    "InvalidParameterException",
    `Invalid input at ${issue?.path.join(".") || "the request"}: ${issue?.message}`,
  );
}
