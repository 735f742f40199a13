"use client";

import { useEventId } from "@serverlesspresso/client/client-context";
import { defaultEventId } from "@serverlesspresso/contracts/names";
import { useRouter } from "next/navigation";
import { type ComponentProps, type MouseEvent, useEffect, useMemo } from "react";

/** A path of this app that stays in the page's shop. */
export function inShop(path: string, eventId: string): string {
  if (eventId === defaultEventId) return path;
  return `${path}${path.includes("?") ? "&" : "?"}eventId=${encodeURIComponent(eventId)}`;
}

/**
 * A link to another page of the same shop, which is fetched ahead: once, whatever order it is to show. Next's
 * own link fetches it for each order, and is two per cent of the first load.
 */
export function ShopLink({ href, ...props }: ComponentProps<"a"> & { href: string }) {
  const router = useRouter();
  const eventId = useEventId();
  const address = inShop(href, eventId);
  const [path = href] = href.split("?");
  const page = inShop(path, eventId);
  useEffect(() => router.prefetch(page), [router, page]);

  function follow(event: MouseEvent): void {
    // Into another tab or window, or to be kept: the browser knows how.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(address);
  }

  return <a {...props} href={address} onClick={follow} />;
}

/** Leads on to other pages of the same shop. */
export function useShopRouter(): { push(path: string): void; replace(path: string): void } {
  const router = useRouter();
  const eventId = useEventId();
  return useMemo(
    () => ({
      push: (path) => router.push(inShop(path, eventId)),
      replace: (path) => router.replace(inShop(path, eventId)),
    }),
    [router, eventId],
  );
}
