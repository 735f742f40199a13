import type * as z from "zod/mini";

/** What there was no room for, or what was refused: it is kept as long as the page. No key is used in two storages. */
const unstored = new Map<string, string>();

/** Stores a text; where the browser is full or keeps nothing, until the page is left. */
export function store(storage: Storage, key: string, text: string): void {
  try {
    storage.setItem(key, text);
    unstored.delete(key);
  } catch {
    unstored.set(key, text);
  }
}

/** What `store` has stored; null without. */
export function stored(storage: Storage, key: string): string | null {
  return unstored.get(key) ?? storage.getItem(key);
}

/** Forgets what `store` has stored. */
export function unstore(storage: Storage, key: string): void {
  storage.removeItem(key);
  unstored.delete(key);
}

/** Every key that begins so. */
export function storedKeys(storage: Storage, prefix: string): string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
  return [...new Set([...keys, ...unstored.keys()])].filter((key) => key.startsWith(prefix));
}

/** What is stored under a key, if it is JSON of this schema; else null. */
export function readStored<T>(storage: Storage, key: string, schema: z.ZodMiniType<T>): T | null {
  try {
    return schema.parse(JSON.parse(stored(storage, key) ?? "null"));
  } catch {
    return null;
  }
}
