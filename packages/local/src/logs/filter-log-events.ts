import { z } from "zod";
import { compileFilterPattern } from "./filter-pattern";
import { groupOf } from "./group-operations";
import type { LogCatalog } from "./log-catalog";
import { eventId, type LogLine } from "./log-line";

/** One answer holds at most this much text, as on AWS. */
export const mostAnswerBytes = 1_000_000;

const Input = z.object({
  logGroupName: z.string().optional(),
  logGroupIdentifier: z.string().optional(),
  logStreamNames: z.array(z.string()).optional(),
  logStreamNamePrefix: z.string().default(""),
  /** ms since the epoch, both inclusive */
  startTime: z.number().default(0),
  endTime: z.number().default(Number.MAX_SAFE_INTEGER),
  filterPattern: z.string().max(1024).default(""),
  limit: z.number().int().min(1).max(10_000).default(10_000),
  /** The number of the line to go on with. */
  nextToken: z.coerce.number().int().min(0).default(0),
});

/** `FilterLogEvents`, across the streams of a group, each page in the order of its timestamps. */
export async function filterLogEvents(catalog: LogCatalog, input: unknown): Promise<object> {
  const parsed = Input.parse(input);
  const group = groupOf(catalog, parsed);
  const range = { from: parsed.startTime, to: parsed.endTime };
  const test = compileFilterPattern(parsed.filterPattern);
  const found: LogLine[] = [];
  let bytes = 0;
  let nextToken: string | undefined;
  search: for await (const lines of group.segments.forward(parsed.nextToken, range)) {
    for (const line of lines) {
      if (line.at < range.from || line.at > range.to || !isWanted(line.stream, parsed)) continue;
      if (!test(line.text)) continue;
      bytes += Buffer.byteLength(line.text);
      if (found.length === parsed.limit || (found.length > 0 && bytes > mostAnswerBytes)) {
        nextToken = String(line.n);
        break search;
      }
      found.push(line);
    }
  }
  return {
    events: found
      .sort((a, b) => a.at - b.at)
      .map((line) => ({
        logStreamName: line.stream,
        timestamp: line.at,
        message: line.text,
        ingestionTime: line.taken,
        eventId: eventId(line),
      })),
    searchedLogStreams: [],
    ...(nextToken !== undefined && { nextToken }),
  };
}

function isWanted(stream: string, input: z.infer<typeof Input>): boolean {
  return stream.startsWith(input.logStreamNamePrefix) && (input.logStreamNames?.includes(stream) ?? true);
}
