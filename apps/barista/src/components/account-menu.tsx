"use client";

import { useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { Menu, MenuItem } from "@serverlesspresso/ui/menu";
import { useMutation } from "@tanstack/react-query";
import { CircleUserRound, LogOut, MonitorX } from "lucide-react";
import { Notices } from "./notices";

const notSignedOut = [{ id: 1, text: "Still signed in everywhere: the shop does not answer." }];

/** Who is signed in, and the ways out. */
export function AccountMenu() {
  const session = useSession();
  const client = useSessionClient();
  const everywhere = useMutation({ mutationFn: () => client.signOutEverywhere() });
  return (
    <>
      <Menu
        label="Account"
        icon={<CircleUserRound aria-hidden className="size-6" />}
        heading={
          <>
            {session?.name && <p className="font-semibold text-body text-ink">{session.name}</p>}
            <p className="break-all">{session?.email}</p>
          </>
        }
      >
        <MenuItem onClick={() => void client.signOut()}>
          <LogOut aria-hidden className="size-5 shrink-0 text-soft" />
          Sign out
        </MenuItem>
        <MenuItem onClick={() => everywhere.mutate()}>
          <MonitorX aria-hidden className="size-5 shrink-0 text-soft" />
          Sign out on all devices
        </MenuItem>
      </Menu>
      <Notices notices={everywhere.isError ? notSignedOut : []} onDismiss={everywhere.reset} />
    </>
  );
}
