import type { IncomingMessage } from "node:http";
import { AwsError } from "./aws-error";

// Lambda's limit for a synchronous payload is the largest of those that are served here.
const mostBytes = 6_300_000;

/** @throws AwsError 413 when the body is longer than any service takes */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > mostBytes) throw new AwsError("RequestEntityTooLargeException", "the body is too large", 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws AwsError SerializationException when the text is no JSON object */
export function parseJsonObject(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.length === 0 ? "{}" : body.toString());
    // An array passes too and is refused by the operation that finds no member in it.
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    // Answered below, as any other body that is no object.
  }
  throw new AwsError("SerializationException", "the body is no JSON object");
}
