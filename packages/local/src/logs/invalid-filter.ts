import { AwsError } from "../aws-error";

export function invalidFilter(reason: string): AwsError {
  return new AwsError("InvalidParameterException", `Invalid filter pattern: ${reason}`);
}

/**
 * AWS has no groups in them, and without groups none can take time without end.
 * @throws AwsError InvalidParameterException
 */
export function compileRegex(source: string): RegExp {
  if (/[()]/.test(source)) throw invalidFilter(source);
  try {
    return new RegExp(source);
  } catch {
    throw invalidFilter(source);
  }
}
