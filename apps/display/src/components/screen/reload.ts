import { isNewer, loadedParts } from "./newer-version";

/** A reload that did not help is not repeated sooner: it would go on for ever. */
export const reloadAgainAfterMs = 20_000;
export const reloadedAtKey = "serverlesspresso.reloaded-at";

/** The page as the site has it now; null while the site does not answer. */
async function readPage(): Promise<string | null> {
  try {
    const answer = await fetch(window.location.href, { cache: "no-store" });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

function reload(): void {
  if (Date.now() - Number(sessionStorage.getItem(reloadedAtKey) ?? 0) < reloadAgainAfterMs) return;
  sessionStorage.setItem(reloadedAtKey, String(Date.now()));
  window.location.reload();
}

/** Loads the page anew if the site answers: a browser's own page of failure would stay. */
export async function reloadIfReachable(): Promise<void> {
  if ((await readPage()) !== null) reload();
}

/** Loads the page anew if the site has a newer one. */
export async function reloadIfNewer(): Promise<void> {
  const page = await readPage();
  if (page !== null && isNewer(page, loadedParts())) reload();
}
