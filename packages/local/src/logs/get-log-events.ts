import { z } from "zod";
import { AwsError } from "../aws-error";
import { mostAnswerBytes } from "./filter-log-events";
import { groupOf } from "./group-operations";
import type { LogCatalog, LogGroup } from "./log-catalog";
import type { LogLine } from "./log-line";

const Input = z.object({
  logGroupName: z.string().optional(),
  logGroupIdentifier: z.string().optional(),
  logStreamName: z.string(),
  /** ms since the epoch, inclusive */
  startTime: z.number().default(0),
  /** ms since the epoch, exclusive */
  endTime: z.number().default(Number.MAX_SAFE_INTEGER),
  limit: z.number().int().min(1).max(10_000).default(10_000),
  startFromHead: z.boolean().default(false),
  /** `f/N` goes on with line N and later, `b/N` with those before it. */
  nextToken: z
    .string()
    .regex(/^[fb]\/\d+$/)
    .optional(),
});
type Input = z.infer<typeof Input>;

/** `GetLogEvents` of one stream; a token that comes back unchanged says that there is no more. */
export async function getLogEvents(catalog: LogCatalog, input: unknown): Promise<object> {
  const parsed = Input.parse(input);
  const group = groupOf(catalog, parsed);
  if (!group.streams.has(parsed.logStreamName)) {
    throw new AwsError("ResourceNotFoundException", "The specified log stream does not exist.");
  }
  const [direction, number] = parsed.nextToken?.split("/") ?? [parsed.startFromHead ? "f" : "b", undefined];
  const isForward = direction === "f";
  const from = number === undefined ? startOf(group, isForward) : Number(number);
  const lines = isForward ? await forward(group, from, parsed) : await backward(group, from, parsed);
  return {
    events: [...lines]
      .sort((a, b) => a.at - b.at)
      .map((line) => ({ timestamp: line.at, message: line.text, ingestionTime: line.taken })),
    nextForwardToken: `f/${(lines.at(-1)?.n ?? from - 1) + 1}`,
    nextBackwardToken: `b/${lines[0]?.n ?? from}`,
  };
}

function startOf(group: LogGroup, isForward: boolean): number {
  return isForward ? 0 : group.segments.next;
}

async function forward(group: LogGroup, first: number, input: Input): Promise<LogLine[]> {
  const page = new Page(input);
  for await (const lines of group.segments.forward(first, page.range)) {
    for (const line of lines) if (!page.add(line)) return page.lines;
  }
  return page.lines;
}

async function backward(group: LogGroup, end: number, input: Input): Promise<LogLine[]> {
  const page = new Page(input);
  for await (const lines of group.segments.backward(end, page.range)) {
    for (const line of lines.toReversed()) if (!page.add(line)) return page.lines.reverse();
  }
  return page.lines.reverse();
}

class Page {
  readonly lines: LogLine[] = [];
  #bytes = 0;

  constructor(private readonly input: Input) {}

  get range() {
    return { from: this.input.startTime, to: this.input.endTime };
  }

  /** Says whether there may be room for another line. */
  add(line: LogLine): boolean {
    const { logStreamName, startTime, endTime, limit } = this.input;
    if (line.stream !== logStreamName || line.at < startTime || line.at >= endTime) return true;
    this.#bytes += Buffer.byteLength(line.text);
    if (this.lines.length > 0 && this.#bytes > mostAnswerBytes) return false;
    this.lines.push(line);
    return this.lines.length < limit;
  }
}
