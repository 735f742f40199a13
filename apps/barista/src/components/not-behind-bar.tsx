"use client";

import { useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { Button } from "@serverlesspresso/ui/button";
import { StatePage } from "@serverlesspresso/ui/state-page";

/** Signed in, but not as somebody who makes coffee here. */
export function NotBehindBar() {
  const client = useSessionClient();
  const email = useSession()?.email;
  return (
    <StatePage
      title="This side of the bar is for baristas."
      action={
        <Button size="large" onClick={() => void client.signOut()}>
          Use another address
        </Button>
      }
    >
      <p>
        {email ? `${email} is not a barista of this shop.` : "You are not a barista of this shop."} The
        manager can add you.
      </p>
    </StatePage>
  );
}
