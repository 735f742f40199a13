import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal";

const mostBytes = 10 * 1024 * 1024;

/** The whole body. @throws Refusal 413 over 10 MB, as soon as that is known; 400 for one that is not sent to its end */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () => new Refusal(413, "Request Entity Too Large");
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > mostBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new Refusal(400, "Bad Request");
  }
  if (size > mostBytes) throw tooLarge();
  return Buffer.concat(chunks);
}
