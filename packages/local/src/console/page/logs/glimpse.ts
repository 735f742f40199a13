import * as z from "zod/mini";

const Structured = z.looseObject({
  level: z.optional(z.string()),
  message: z.optional(z.string()),
  "detail-type": z.optional(z.string()),
  detail: z.optional(z.unknown()),
});

/** A log line in short: of a structured one what it is about before its fields, of any other its text. */
export function glimpseOf(message: string): { tone: "bad" | "warn" | ""; text: string } {
  const line = parse(message);
  if (line === undefined) return { tone: /\berror\b/i.test(message) ? "bad" : "", text: message };
  const { level = "", message: said, "detail-type": type, detail, ...fields } = line;
  if (type !== undefined) return { tone: "", text: `${type} ${JSON.stringify(detail)}` };
  if (said === undefined) return { tone: toneOf(level), text: message };
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${plain(value)}`);
  return { tone: toneOf(level), text: [level.toUpperCase(), said, ...rest].join(" ").trim() };
}

function toneOf(level: string): "bad" | "warn" | "" {
  if (/^(error|fatal)$/i.test(level)) return "bad";
  return /^warn/i.test(level) ? "warn" : "";
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function parse(message: string): z.infer<typeof Structured> | undefined {
  try {
    const { success, data } = Structured.safeParse(JSON.parse(message));
    return success ? data : undefined;
  } catch {
    return undefined;
  }
}
