const longestWaitMs = 5_000;

/**
 * Runs while no other tab of this browser runs under the same name. Without a secure context there are no
 * locks, and a tab that sleeps may hold one for ever: then it runs all the same.
 */
export async function aloneAmongTabs(name: string, run: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return run();
  let began = false;
  try {
    await locks.request(name, { signal: AbortSignal.timeout(longestWaitMs) }, () => {
      began = true;
      return run();
    });
  } catch (error) {
    if (began) throw error;
    await run();
  }
}
