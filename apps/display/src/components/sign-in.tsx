"use client";

import { useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { signInErrorOf } from "@serverlesspresso/client/sign-in-error";
import { PlainPage } from "@serverlesspresso/ui/plain-page";
import { SignIn as SignInBoxes } from "@serverlesspresso/ui/sign-in/sign-in";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Signs in and leads back to the first page. */
export function SignIn() {
  const signedIn = useSession() !== null;
  const session = useSessionClient();
  const router = useRouter();
  useEffect(() => {
    if (signedIn) router.replace(`/${window.location.search}`);
  }, [signedIn, router]);
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
