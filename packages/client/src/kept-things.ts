const prefixOf = (sub: string) => `serverlesspresso.kept.${sub}.`;

/** The storage key of something that is kept for one person: nobody else on this device is given it. */
export function keptKey(sub: string, ...parts: string[]): string {
  return prefixOf(sub) + parts.join(".");
}

/** Forgets all that is kept for somebody. */
export function forgetKept(storage: Storage, sub: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) {
    if (key?.startsWith(prefixOf(sub))) storage.removeItem(key);
  }
}
