import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal";

const mostBytes = 10 * 1024 * 1024;

/** The whole body. @throws Refusal 413 over 10 MB, as soon as that is known */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () => new Refusal(413, "Request Entity Too Large");
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
