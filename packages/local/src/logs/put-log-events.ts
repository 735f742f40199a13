import { z } from "zod";
import type { Machine } from "../service";
import type { LogCatalog } from "./log-catalog";

const Input = z.object({
  logGroupName: z.string(),
  logStreamName: z.string(),
  logEvents: z
    .array(z.object({ timestamp: z.number(), message: z.string().min(1) }))
    .min(1)
    .max(10_000),
});

/**
 * `PutLogEvents`. A stream that does not exist is made. Answers when the lines outlive this process;
 * the disk is not waited for.
 */
export async function putLogEvents(machine: Machine, catalog: LogCatalog, input: unknown): Promise<object> {
  const { logGroupName, logStreamName, logEvents } = Input.parse(input);
  const group = catalog.group(logGroupName);
  const taken = Math.floor(machine.clock.now());
  if (!group.streams.has(logStreamName)) {
    await catalog.putStream(logGroupName, { name: logStreamName, createdAt: taken });
  }
  for (const { message } of logEvents) countLine(machine, message);
  await catalog.append(
    group,
    logEvents.map(({ timestamp, message }) => ({
      stream: logStreamName,
      at: timestamp,
      taken,
      text: message,
    })),
    false,
  );
  return { nextSequenceToken: String(group.segments.next) };
}

/** A line is billed with 26 bytes beyond its own. */
export function countLine({ meter }: Machine, text: string): void {
  meter.add("logs.bytes", Buffer.byteLength(text) + 26);
}
