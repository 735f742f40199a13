import type { QrCode, QrCodes } from "@serverlesspresso/contracts/qr-code";

/** A code whose window runs, and when the screen will show another. */
export interface ShownCode extends QrCode {
  /** Epoch milliseconds of the server. */
  nextAt: number;
}

/**
 * What the screen may show at `now` (ms of the server): `current` up to its last instant, `next` from then on,
 * each only within its own window; null while neither's runs.
 */
export function shownCode({ current, next }: QrCodes, now: number): ShownCode | null {
  const endsAt = Date.parse(current.validUntil);
  if (runs(current, now)) return { ...current, nextAt: Math.max(endsAt, Date.parse(next.validFrom)) };
  return runs(next, now) ? { ...next, nextAt: Date.parse(next.validUntil) } : null;
}

function runs({ validFrom, validUntil }: QrCode, now: number): boolean {
  return Date.parse(validFrom) <= now && now < Date.parse(validUntil);
}

/** How much of a code's window has passed at `now`, from 0 to 1. */
export function goneOf({ validFrom, validUntil }: QrCode, now: number): number {
  const from = Date.parse(validFrom);
  return Math.min(1, Math.max(0, (now - from) / (Date.parse(validUntil) - from)));
}

/** How people read a code out and type it: in groups of five. */
export function inGroups(code: string): string {
  return (code.match(/.{1,5}/g) ?? []).join(" ");
}
