"use client";

import { useSession } from "@serverlesspresso/client/client-context";
import { ShopLink } from "./shop-link";

/** The way to one's own orders, for who is signed in. */
export function MyOrdersLink() {
  if (!useSession()) return null;
  return (
    <ShopLink
      href="/orders"
      className="-mx-2 inline-flex min-h-11 items-center px-2 text-note underline decoration-2 decoration-current/25 underline-offset-4 hover:decoration-copper"
    >
      My orders
    </ShopLink>
  );
}
