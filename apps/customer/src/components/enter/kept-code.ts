import { store, stored, unstore } from "@serverlesspresso/client/storage";

/** The longest that people may type a code, groups and all. */
export const longestTyped = 40;

/** A code on its way over sign-in and reloads: this tab's, so that no second tab spends it again. */
const keptCode = (eventId: string) => `serverlesspresso.code.${eventId}`;

export function keepCode(eventId: string, code: string): void {
  store(sessionStorage, keptCode(eventId), code);
}

export function readKeptCode(eventId: string): string | null {
  return stored(sessionStorage, keptCode(eventId));
}

export function forgetCode(eventId: string): void {
  unstore(sessionStorage, keptCode(eventId));
}

/** Takes `?code=` out of the address bar and keeps it. */
export function keepCodeOfAddress(eventId: string): void {
  const address = new URL(window.location.href);
  const code = address.searchParams.get("code");
  if (code === null) return;
  address.searchParams.delete("code");
  window.history.replaceState(window.history.state, "", address);
  if (code.trim()) keepCode(eventId, code.trim().slice(0, longestTyped));
}
