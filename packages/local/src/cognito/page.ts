import { AwsError } from "../aws-error";

/**
 * One page of a list. The token is the number of items passed over: lists here only grow at their end.
 * @throws AwsError InvalidParameterException for a token that is none
 */
export function pageOf<Item>(
  items: readonly Item[],
  limit: number | undefined,
  token: string | undefined,
): { page: Item[]; next: string | undefined } {
  const start = token === undefined ? 0 : Number(token);
  if (!Number.isInteger(start) || start < 0) {
    throw new AwsError("InvalidParameterException", "Invalid pagination token.");
  }
  const end = start + (limit ?? 60);
  return { page: items.slice(start, end), next: end < items.length ? String(end) : undefined };
}
