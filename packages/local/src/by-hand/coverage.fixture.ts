import { readFileSync } from "node:fs";
import { z } from "zod";

const Mark = z.enum(["yes", "no"]);
const Row = z.object({
  /** As in an ARN: `events`. */
  service: z.string(),
  operation: z.string().regex(/^[A-Z]\w+$/),
  /** `wire` where the client is not among our packages: the request as that client sends it. */
  sdk: z.enum(["yes", "wire"]),
  /** Whether Debian's AWS CLI 2.9 knows the call. */
  cli: Mark,
  limits: z.string(),
});
export type Row = z.infer<typeof Row>;

/** The README's table of operations, line by line, under headings that name the service: `### EventBridge (events)`. */
export function readCoverage(): Row[] {
  const text = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const rows: Row[] = [];
  let service = "";
  for (const line of text.split("\n")) {
    service = /^### .*\((\S+)\)$/.exec(line)?.[1] ?? (line.startsWith("## ") ? "" : service);
    const [, operation, sdk, cli, limits] = /^\| `(\w+)` \| (\w+) \| (\w+) \| (.*?) ?\|$/.exec(line) ?? [];
    if (service !== "" && operation !== undefined) {
      rows.push(Row.parse({ service, operation, sdk, cli, limits }));
    }
  }
  return rows;
}
