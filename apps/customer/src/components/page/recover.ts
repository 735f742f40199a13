/** A reload that did not help is not repeated soon: it would go on for ever. */
export const reloadAgainAfterMs = 60_000;
export const reloadedAtKey = "serverlesspresso.reloaded-at";

/** Whether a part of the app could not be fetched: no network, or a newer version has taken its place. */
export function isMissingPart(error: Error): boolean {
  return (
    error.name === "ChunkLoadError" || /loading (css )?chunk|load chunk|imported module/i.test(error.message)
  );
}

/** Loads the newest version of the app, once a minute at the most and only if it is to be had. */
export async function reloadIfReachable(now = Date.now()): Promise<void> {
  if (now - Number(sessionStorage.getItem(reloadedAtKey) ?? 0) < reloadAgainAfterMs) return;
  const answer = await fetch("/config.json", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  sessionStorage.setItem(reloadedAtKey, String(now));
  window.location.reload();
}
