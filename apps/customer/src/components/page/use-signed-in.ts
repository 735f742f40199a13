"use client";

import { useSession } from "@serverlesspresso/client/client-context";
import type { Session } from "@serverlesspresso/client/stored-tokens";
import { useEffect } from "react";
import { useShopRouter } from "./shop-link";

/** Who is signed in; nobody is sent to sign in and comes back to `next`, unless that is null. */
export function useSignedIn(next: string | null): Session | null {
  const session = useSession();
  const router = useShopRouter();
  const signedOut = session === null;
  useEffect(() => {
    if (signedOut && next !== null) router.replace(`/sign-in?next=${encodeURIComponent(next)}`);
  }, [signedOut, next, router]);
  return session;
}
