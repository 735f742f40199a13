"use client";

import { useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { Button } from "@serverlesspresso/ui/button";
import { StatePage } from "@serverlesspresso/ui/state-page";
import { useMutation } from "@tanstack/react-query";

/** Signed in, but not as the shop's screen, or no longer. */
export function NotADisplay() {
  const client = useSessionClient();
  const session = useSession();
  // What somebody is stands in their token: it is fetched anew.
  const look = useMutation({ mutationFn: () => client.get({ refused: session?.accessToken ?? null }) });
  return (
    <StatePage
      title="This board is for the shop’s screen."
      action={
        <>
          <Button size="large" onClick={() => look.mutate()} aria-disabled={look.isPending}>
            Look again
          </Button>
          <Button size="large" variant="outline" onClick={() => void client.signOut()}>
            Use another address
          </Button>
        </>
      }
    >
      <p>
        <span className="wrap-anywhere">{session?.email ?? "This address"}</span> may not show it. The manager
        can allow it.
      </p>
      <p role="status" className="mt-2 min-h-6">
        {look.isSuccess && "Not yet. Ask the manager, then look again in a minute."}
        {look.isError && "The shop does not answer. Try again in a moment."}
      </p>
    </StatePage>
  );
}
