type Level = "info" | "warn" | "error";

/** Task tokens and JWTs are long runs of these characters; an address has its @. Error texts may quote either. */
const secrets = [/[A-Za-z0-9+/=_.-]{80,}/g, /[^\s@"'<>]+@[^\s@"'<>]+\.[A-Za-z]{2,}/g] as const;

function redact(text: string): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, "[removed]"), text);
}

/** One line of JSON in the function's log. Fields are ids and counts: never a token, never an address. */
export function log(level: Level, message: string, fields: Readonly<Record<string, unknown>> = {}): void {
  console[level](JSON.stringify({ level, message, ...fields }));
}

/** What of an error may stand in a log. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: redact(String(error)) };
  return { error: error.name, errorMessage: redact(error.message), stack: redact(error.stack ?? "") };
}
