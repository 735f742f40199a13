"use client";

import { useSessionClient } from "@serverlesspresso/client/client-context";
import { signInErrorOf } from "@serverlesspresso/client/sign-in-error";
import { PlainPage } from "@serverlesspresso/ui/plain-page";
import { SignIn as SignInBoxes } from "@serverlesspresso/ui/sign-in/sign-in";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";

/** In the place of what one has to be signed in for. */
export function SignIn() {
  const session = useSessionClient();
  useTabTitle("Sign in · Serverlesspresso");
  return (
    <PlainPage>
      <SignInBoxes
        title="The shop’s screen"
        session={session}
        reasonOf={(error) => signInErrorOf(error).reason}
      />
    </PlainPage>
  );
}
