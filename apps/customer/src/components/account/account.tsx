"use client";

import { useSessionClient } from "@serverlesspresso/client/client-context";
import { useDeleteAccount } from "@serverlesspresso/client/mutations";
import { Button } from "@serverlesspresso/ui/button";
import { useState } from "react";
import { MyOrdersLink } from "../page/my-orders-link";
import { Page } from "../page/page";
import { DeleteAccount } from "./delete-account";
import { type Ending, refusedText } from "./ending";
import { WayOut } from "./way-out";

interface AccountProps {
  email: string | null;
  /** What is under way. */
  ending: Ending | null;
  onEnding(ending: Ending | null): void;
}

export function Account({ email, ending, onEnding }: AccountProps) {
  const session = useSessionClient();
  const { mutateAsync: deleteAccount } = useDeleteAccount();
  const [refused, setRefused] = useState<Ending | null>(null);

  async function end(how: Ending, act: () => Promise<unknown>): Promise<void> {
    if (ending !== null) return;
    setRefused(null);
    onEnding(how);
    try {
      await act();
    } catch {
      onEnding(null);
      setRefused(how);
    }
  }

  const stateOf = (how: Ending) => ({
    busy: ending === how,
    refused: refused === how ? refusedText[how] : null,
  });
  return (
    <Page title="Account" aside={<MyOrdersLink />}>
      <h1 className="font-bold text-title">Account</h1>
      <p className="mt-2 text-soft">
        {email ? "Signed in as" : "Signed in."}
        <strong className="wrap-anywhere block font-semibold text-ink">{email}</strong>
      </p>
      <div className="mt-8 divide-y divide-hairline border-hairline border-y">
        <WayOut title="This device" text="Your orders stay where they are." {...stateOf("here")}>
          <Button variant="outline" onClick={() => void end("here", () => session.signOut())}>
            Sign out
          </Button>
        </WayOut>
        <WayOut
          title="All devices"
          text="Every phone and computer that uses this address has to sign in again. The last one may take up to an hour to notice."
          {...stateOf("everywhere")}
        >
          <Button variant="outline" onClick={() => void end("everywhere", () => session.signOutEverywhere())}>
            Sign out on all devices
          </Button>
        </WayOut>
        <WayOut
          title="For good"
          text="Your address and everything that says which orders were yours is removed."
          {...stateOf("deleted")}
        >
          <DeleteAccount
            onDelete={() => void end("deleted", () => deleteAccount())}
            onUnasked={() => setRefused("deleted")}
          />
        </WayOut>
      </div>
    </Page>
  );
}
