import { AwsError } from "../aws-error";

export function invalidFilter(reason: string): AwsError {
  return new AwsError("InvalidParameterException", `Invalid filter pattern: ${reason}`);
}

/** @throws AwsError InvalidParameterException */
export function compileRegex(source: string): RegExp {
  try {
    return new RegExp(source);
  } catch {
    throw invalidFilter(source);
  }
}
