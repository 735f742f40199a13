import { z } from "zod";

const FullAnswer = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer;
}

/**
 * Reads what the function returned: `{statusCode, headers, cookies, body, isBase64Encoded}`, or any other
 * value, which becomes a 200. CORS headers of the function are dropped: they are the API's matter.
 * @returns undefined for a malformed answer, which AWS turns into a 500
 */
export function readAnswer(payload: string, hasCors: boolean): Answer | undefined {
  const value: unknown = JSON.parse(payload);
  if (typeof value !== "object" || value === null || !("statusCode" in value)) {
    const body = Buffer.from(typeof value === "string" ? value : payload);
    return { status: 200, headers: { "content-type": "application/json" }, body };
  }
  const answer = FullAnswer.safeParse(value);
  if (!answer.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = answer.data;
  const sent: Record<string, string | string[]> = { "content-type": "text/plain;charset=UTF-8" };
  for (const [name, text] of Object.entries(headers ?? {})) {
    const lower = name.toLowerCase();
    if (!(hasCors && lower.startsWith("access-control-")) && !isHopByHop(lower)) sent[lower] = String(text);
  }
  if (cookies && cookies.length > 0) sent["set-cookie"] = cookies;
  return {
    status: statusCode,
    headers: sent,
    body: Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"),
  };
}

/** What describes this connection and not the answer; the server writes its own. */
function isHopByHop(name: string): boolean {
  return ["connection", "content-length", "keep-alive", "transfer-encoding"].includes(name);
}
