import * as z from "zod/mini";
import { callAws } from "./call";

const Groups = z.object({
  logGroups: z.array(z.object({ logGroupName: z.string(), arn: z.string() })),
  nextToken: z.optional(z.string()),
});

/** All log groups; their ARN as a rule's target wants it. */
export async function listLogGroups(): Promise<{ name: string; arn: string }[]> {
  const found: { name: string; arn: string }[] = [];
  let nextToken: string | undefined;
  do {
    const answer = await callAws(Groups, "Logs_20140328.DescribeLogGroups", { nextToken });
    for (const { logGroupName: name, arn } of answer.logGroups) {
      found.push({ name, arn: arn.replace(/:\*$/, "") });
    }
    nextToken = answer.nextToken;
  } while (nextToken !== undefined);
  return found;
}

/** Times are ms since the epoch. */
const LogLine = z.object({
  eventId: z.string(),
  timestamp: z.number(),
  message: z.string(),
  logStreamName: z.string(),
});
export type LogLine = z.infer<typeof LogLine>;
const Lines = z.object({ events: z.array(LogLine), nextToken: z.optional(z.string()) });

/** The last lines of a group that match, oldest first. */
export async function lastLines(search: {
  group: string;
  pattern: string;
  from: number;
  to?: number;
  most: number;
}): Promise<LogLine[]> {
  let last: LogLine[] = [];
  let nextToken: string | undefined;
  do {
    const { events, nextToken: next } = await callAws(Lines, "Logs_20140328.FilterLogEvents", {
      logGroupName: search.group,
      filterPattern: search.pattern,
      startTime: Math.floor(search.from),
      endTime: search.to,
      nextToken,
    });
    last = [...last, ...events].slice(-search.most);
    nextToken = next;
  } while (nextToken !== undefined);
  return last;
}
