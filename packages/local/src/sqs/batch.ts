import { z } from "zod";
import { AwsError } from "../aws-error";

const Entries = z.array(z.looseObject({ Id: z.string() }));

/**
 * Runs an operation for each entry of a batch; one that is refused fails alone.
 * @throws AwsError EmptyBatchRequest, TooManyEntriesInBatchRequest, BatchEntryIdsNotDistinct
 */
export async function runBatch(
  entries: unknown,
  run: (entry: Record<string, unknown>) => Promise<object>,
): Promise<object> {
  const parsed = Entries.default([]).parse(entries);
  if (parsed.length === 0) throw new AwsError("EmptyBatchRequest", "There should be at least one entry.");
  if (parsed.length > 10) {
    throw new AwsError("TooManyEntriesInBatchRequest", "Maximum number of entries per request are 10.");
  }
  if (new Set(parsed.map((entry) => entry.Id)).size < parsed.length) {
    throw new AwsError("BatchEntryIdsNotDistinct", "Ids of the entries are not distinct.");
  }
  const results = await Promise.all(parsed.map((entry) => runOne(entry, run)));
  return {
    Successful: results.flatMap((result) => ("done" in result ? [result.done] : [])),
    Failed: results.flatMap((result) => ("failed" in result ? [result.failed] : [])),
  };
}

async function runOne(
  entry: { Id: string },
  run: (entry: Record<string, unknown>) => Promise<object>,
): Promise<{ done: object } | { failed: object }> {
  try {
    return { done: { Id: entry.Id, ...(await run(entry)) } };
  } catch (cause) {
    const code = cause instanceof AwsError ? cause.code : "InvalidParameterValue";
    const message = cause instanceof Error ? cause.message : String(cause);
    return { failed: { Id: entry.Id, SenderFault: true, Code: code, Message: message } };
  }
}
