import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { AwsError } from "../aws-error";
import type { SentCode } from "./records";

const wrongTriesAllowed = 5;

/** A code of `digits` digits, and what is kept of it. `owner` keeps equal codes apart. */
export function makeCode(digits: number, owner: string, expiresAt: number): { code: string; sent: SentCode } {
  const code = String(randomInt(10 ** digits)).padStart(digits, "0");
  return { code, sent: { hash: hashOf(code, owner), expiresAt, wrongTries: 0 } };
}

/**
 * Says whether `given` is the code.
 * @throws AwsError ExpiredCodeException, or LimitExceededException once too many wrong ones came
 */
export function isRightCode(sent: SentCode, given: string, owner: string, now: number): boolean {
  if (sent.wrongTries >= wrongTriesAllowed) throw tooManyAttempts();
  if (now >= sent.expiresAt) throw codeExpired();
  return timingSafeEqual(Buffer.from(sent.hash), Buffer.from(hashOf(given.trim(), owner)));
}

export function codeExpired(): AwsError {
  return new AwsError("ExpiredCodeException", "Invalid code provided, please request a code again.");
}

export function tooManyAttempts(): AwsError {
  return new AwsError("LimitExceededException", "Attempt limit exceeded, please try after some time.");
}

function hashOf(code: string, owner: string): string {
  return createHash("sha256").update(`${owner} ${code}`).digest("base64");
}
