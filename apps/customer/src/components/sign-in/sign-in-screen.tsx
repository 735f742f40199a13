"use client";

import { useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { signInErrorOf } from "@serverlesspresso/client/sign-in-error";
import { NamedCup } from "@serverlesspresso/ui/drawings/named-cup";
import { onceIdle } from "@serverlesspresso/ui/once-idle";
import { SignIn } from "@serverlesspresso/ui/sign-in/sign-in";
import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { Page } from "../page/page";
import { useShopRouter } from "../page/shop-link";
import { nextOf } from "./next-of";

/** Signs a customer in and leads back to where somebody signed in was needed. */
export function SignInScreen() {
  const session = useSessionClient();
  const router = useShopRouter();
  const signedIn = useSession() !== null;
  const next = nextOf(useSearchParams().get("next"));

  useEffect(() => onceIdle(() => session.prepareSignIn()), [session]);
  useEffect(() => {
    if (signedIn) router.replace(next);
  }, [signedIn, next, router]);

  return (
    <Page title="Sign in" stage={<NamedCup className="h-full" />} room="low">
      <SignIn title="Who is it for?" session={session} reasonOf={(error) => signInErrorOf(error).reason} />
    </Page>
  );
}
