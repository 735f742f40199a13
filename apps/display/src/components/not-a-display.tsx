"use client";

import { useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { Button } from "@serverlesspresso/ui/button";
import { StatePage } from "@serverlesspresso/ui/state-page";

/** Signed in, but not as the shop's screen. */
export function NotADisplay() {
  const client = useSessionClient();
  const email = useSession()?.email;
  return (
    <StatePage
      title="This board is for the shop’s screen."
      action={
        <Button size="large" onClick={() => void client.signOut()}>
          Use another address
        </Button>
      }
    >
      <p>{email ?? "This address"} may not show it. The manager can allow it.</p>
    </StatePage>
  );
}
