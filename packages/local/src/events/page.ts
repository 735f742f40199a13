import { AwsError } from "../aws-error";

/** One page of a listing; the token is the number of items before it. */
export function page<Item>(
  items: readonly Item[],
  { Limit = 100, NextToken = "0" }: { Limit?: number | undefined; NextToken?: string | undefined },
): { items: readonly Item[]; next: { NextToken?: string } } {
  const from = Number(NextToken);
  if (!Number.isInteger(from)) throw new AwsError("ValidationException", "NextToken is not valid.");
  const end = from + Limit;
  return { items: items.slice(from, end), next: end < items.length ? { NextToken: String(end) } : {} };
}
