import { AwsError } from "../aws-error";

/**
 * The name in a function's name, ARN or partial ARN, each with or without a qualifier.
 * @throws AwsError ResourceNotFoundException for a version or alias: there is only `$LATEST`
 */
export function functionName(nameOrArn: string, qualifier?: string): string {
  const [, fromArn] = /(?:^|:)function:(.+)$/.exec(nameOrArn) ?? [];
  const [name = "", version = qualifier ?? "$LATEST"] = (fromArn ?? nameOrArn).split(":");
  if (version === "$LATEST") return name;
  const message = `Function not found: ${name}:${version}`;
  throw new AwsError("ResourceNotFoundException", message, 404, { Type: "User" });
}
