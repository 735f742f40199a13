const idleAtLatestMs = 3_000;

/** Acts when the page has nothing else to do; answers how to stop. Not every browser tells when it is idle. */
export function onceIdle(act: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(act, idleAtLatestMs);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(act, { timeout: idleAtLatestMs });
  return () => window.cancelIdleCallback(handle);
}
