import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findLeaks } from "./find-leaks";
import { scansFolder } from "./report-scans";
import { functionLogs, secretsOf } from "./secrets-of";
import { roomyShop } from "./set-shop";
import type { Stack } from "./stack";

/**
 * Runs tests against a stack of their own. Its shop has room for all of them. At its end everything that it
 * sent is looked through; throws if anything secret is in it.
 */
export async function runStack(stack: Stack, use: (stack: Stack) => Promise<void>): Promise<void> {
  try {
    await stack.start();
    await roomyShop(stack);
    await use(stack);
    await lookThrough(stack);
  } finally {
    await stack.stop();
  }
}

async function lookThrough(stack: Stack): Promise<void> {
  const [secrets, logs] = await Promise.all([secretsOf(stack), functionLogs(stack)]);
  const { sent, unread } = stack.traffic;
  const leaks = findLeaks([...sent, ...logs], secrets);
  const count = (kind: string) => sent.filter((each) => each.kind === kind).length;
  mkdirSync(scansFolder, { recursive: true });
  writeFileSync(
    join(scansFolder, `${randomUUID()}.json`),
    JSON.stringify({
      answers: count("answer"),
      frames: count("frame"),
      logLines: logs.length,
      unread,
      taskTokens: secrets.taskTokens.size,
      codes: secrets.codes.size,
      customers: secrets.customers.size,
    }),
  );
  if (leaks.length > 0) throw new Error(`${leaks.length} leaks:\n${leaks.slice(0, 20).join("\n")}`);
}
