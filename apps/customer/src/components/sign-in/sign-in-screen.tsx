"use client";

import { useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { Page } from "../page/page";
import { useShopRouter } from "../page/shop-link";
import { CodeStep } from "./code-step";
import { EmailStep } from "./email-step";
import { nextOf } from "./sign-in-text";

/** Signs in with a code by e-mail; new and known customers take the same two boxes. */
export function SignInScreen() {
  const client = useSessionClient();
  const router = useShopRouter();
  const signedIn = useSession() !== null;
  const next = nextOf(useSearchParams().get("next"));
  const [email, setEmail] = useState(() => client.waitingForCode());

  useEffect(() => {
    if (signedIn) router.replace(next);
  }, [signedIn, next, router]);

  function otherAddress(): void {
    client.abandonSignIn();
    setEmail(null);
  }

  return (
    <Page title="Sign in">
      <div className="flex flex-1 flex-col justify-center pb-24">
        {email === null ? (
          <EmailStep onSent={setEmail} />
        ) : (
          <CodeStep key={email} email={email} onOtherAddress={otherAddress} />
        )}
      </div>
    </Page>
  );
}
