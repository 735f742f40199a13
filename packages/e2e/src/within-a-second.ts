import { expect } from "@playwright/test";

/** Looks all the time until something is so: the usual looks are at 0.85 s and then at 1.85 s. */
export async function withinASecond(isSo: () => Promise<boolean>): Promise<void> {
  await expect.poll(isSo, { timeout: 1_000, intervals: [20] }).toBe(true);
}
