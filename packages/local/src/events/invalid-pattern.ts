import { AwsError } from "../aws-error";

/** The refusal of an event pattern, naming the place: `detail.state[0]`. */
export function invalidPattern(reason: string, place: string): AwsError {
  const where = place === "" ? "" : ` at ${place}`;
  return new AwsError(
    "InvalidEventPatternException",
    `Event pattern is not valid. Reason: ${reason}${where}`,
  );
}
