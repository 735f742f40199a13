import { randomInt } from "node:crypto";
import { codeAlphabet, codeLength } from "@serverlesspresso/contracts/qr-code";

/** The time in which the screen shows one code, in milliseconds since 1970: from `from` to just before `until`. */
export interface CodeWindow {
  from: number;
  until: number;
}

/** The window of an instant. Windows follow each other without a gap, whatever the clocks of the shop do. */
export function windowAt(at: number, windowSeconds: number): CodeWindow {
  const length = windowSeconds * 1000;
  const from = Math.floor(at / length) * length;
  return { from, until: from + length };
}

/** The window after one. */
export function windowAfter({ until }: CodeWindow, windowSeconds: number): CodeWindow {
  return windowAt(until, windowSeconds);
}

/**
 * Whether a code of that window is accepted: from its start until the next window has passed, too, so that
 * whoever scans in the last second has time to sign in.
 */
export function standingOf({ from, until }: CodeWindow, at: number): "early" | "accepted" | "expired" {
  if (at < from) return "early";
  return at < until + (until - from) ? "accepted" : "expired";
}

/** A code that nobody can guess: about 44 bits, and ten tries. */
export function drawCode(): string {
  return Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join("");
}
