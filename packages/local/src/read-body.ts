import type { IncomingMessage } from "node:http";
import { AwsError } from "./aws-error";
import { parseJson } from "./json-depth";

// Lambda's limit for a synchronous payload is the largest of those that are served here.
const mostBytes = 6_300_000;

/** @throws AwsError 413 when the body is longer than any service takes, 400 when it ends before its end */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Whoever sends too much must still be able to read the answer.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > mostBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new AwsError("RequestAbortedException", "the body was not sent to its end");
  }
  if (size <= mostBytes) return Buffer.concat(chunks);
  request.resume();
  throw new AwsError("RequestEntityTooLargeException", "the body is too large", 413);
}

/** @throws AwsError SerializationException when the text is no JSON object */
export function parseJsonObject(body: Buffer): Record<string, unknown> {
  try {
    const value = parseJson(body.length === 0 ? "{}" : body.toString());
    // An array passes too and is refused by the operation that finds no member in it.
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    // Answered below, as any other body that is no object.
  }
  throw new AwsError("SerializationException", "the body is no JSON object");
}
