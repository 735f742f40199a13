import type { SeenOrder } from "./seen-order";

/**
 * Tells the page, before anything of it is painted, what this phone has seen of the order in its address:
 * `<html data-seen="choosing">`, or `"following"` with the number. It is put into the page as text, and so may
 * use nothing from outside itself.
 */
export function showSeen(): void {
  function seenBy(key: string): SeenOrder | null {
    const [, pool] = /^(CognitoIdentityServiceProvider\..+)\.LastAuthUser$/.exec(key) ?? [];
    const token = pool && localStorage.getItem(`${pool}.${localStorage.getItem(key)}.accessToken`);
    const [, payload] = token?.split(".") ?? [];
    if (payload === undefined) return null;
    const { sub } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    return JSON.parse(localStorage.getItem(`serverlesspresso.kept.${sub}.seen`) ?? "null");
  }

  const { dataset } = document.documentElement;
  const id = new URLSearchParams(location.search).get("id");
  if (location.pathname !== "/order" || id === null) return;
  try {
    const seen = Object.keys(localStorage)
      .map(seenBy)
      .find((each) => each?.id === id);
    if (!seen) return;
    dataset.seen = seen.number === null ? "choosing" : "following";
    if (seen.number === null) return;
    const number = String(seen.number);
    dataset.seenNumber = number;
    document.addEventListener("DOMContentLoaded", () => {
      const place = document.getElementById("seen-number");
      if (!place?.lastElementChild) return;
      place.dataset.digits = String(number.length);
      place.lastElementChild.textContent = number;
    });
  } catch {
    // What cannot be read was not kept by this version.
  }
}
