"use client";

import { useEventId } from "@serverlesspresso/client/client-context";
import { defaultEventId } from "@serverlesspresso/contracts/names";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ComponentProps, useMemo } from "react";

/** A path of this app that stays in the page's shop. */
export function inShop(path: string, eventId: string): string {
  if (eventId === defaultEventId) return path;
  return `${path}${path.includes("?") ? "&" : "?"}eventId=${encodeURIComponent(eventId)}`;
}

export function ShopLink({ href, ...props }: ComponentProps<typeof Link> & { href: string }) {
  return <Link href={inShop(href, useEventId())} {...props} />;
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
