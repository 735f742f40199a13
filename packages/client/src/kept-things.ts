import { storedKeys, unstore } from "./storage";

const prefixOf = (sub: string) => `serverlesspresso.kept.${sub}.`;

/** The storage key of something that is kept for one person: nobody else on this device is given it. */
export function keptKey(sub: string, ...parts: string[]): string {
  return prefixOf(sub) + parts.join(".");
}

/** The last parts of the keys under which something is kept for one person: their orders, for example. */
export function keptIn(storage: Storage, sub: string, ...parts: string[]): string[] {
  const prefix = `${keptKey(sub, ...parts)}.`;
  return storedKeys(storage, prefix).map((key) => key.slice(prefix.length));
}

/** Forgets all that is kept for somebody. */
export function forgetKept(storage: Storage, sub: string): void {
  for (const key of storedKeys(storage, prefixOf(sub))) unstore(storage, key);
}
