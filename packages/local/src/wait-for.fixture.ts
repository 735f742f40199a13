import { vi } from "vitest";

/** Looks until it holds: for as long as a machine needs that is busy with all other tests. */
export function waitFor<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: 20_000 });
}
