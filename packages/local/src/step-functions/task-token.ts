import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { AwsError } from "../aws-error";

const Content = z.strictObject({
  execution: z.string(),
  scheduledId: z.number().int(),
  nonce: z.string(),
  seal: z.string(),
});

/** Which wait of which execution a token belongs to. */
interface TokenOwner {
  execution: string;
  scheduledId: number;
}

/** A new token; its seal tells later that this machine gave it out, also when the execution is forgotten. */
export function issueToken(key: string, owner: TokenOwner): string {
  const nonce = randomBytes(9).toString("base64url");
  const content = { ...owner, nonce, seal: sealOf(key, owner, nonce) };
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

/**
 * @throws AwsError InvalidToken where it is malformed, TaskDoesNotExist where it was never given out here
 */
export function readToken(key: string, token: string): TokenOwner {
  const { execution, scheduledId, nonce, seal } = parse(token);
  const expected = Buffer.from(sealOf(key, { execution, scheduledId }, nonce));
  const given = Buffer.from(seal);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AwsError("TaskDoesNotExist", "Task does not exist: the token was not issued here");
  }
  return { execution, scheduledId };
}

function parse(token: string): z.infer<typeof Content> {
  try {
    return Content.parse(JSON.parse(Buffer.from(token, "base64url").toString()));
  } catch {
    throw new AwsError("InvalidToken", "Invalid token");
  }
}

function sealOf(key: string, owner: TokenOwner, nonce: string): string {
  const text = `${owner.execution} ${owner.scheduledId} ${nonce}`;
  return createHmac("sha256", key).update(text).digest("base64url");
}
