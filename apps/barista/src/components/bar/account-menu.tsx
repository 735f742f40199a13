"use client";

import { useEventId, useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { useCommandOutbox } from "@serverlesspresso/client/use-command-outbox";
import { trainingEventId } from "@serverlesspresso/contracts/names";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { ActionMenu } from "@serverlesspresso/ui/action-menu";
import { useMutation } from "@tanstack/react-query";
import { CircleUserRound, GraduationCap, LogOut, MonitorX, SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { goTraining } from "../training/training-shop";
import { Notices } from "./notices";

const DeviceSheet = dynamic(() => import("./device-sheet").then((file) => file.DeviceSheet), {
  loading: () => null,
});

const LeaveDialog = dynamic(() => import("./leave-dialog").then((file) => file.LeaveDialog), {
  loading: () => null,
});

/** So long the shop has to answer the last taps of whoever leaves. */
const lastTapsMs = 4_000;
const notSignedOut = [{ id: "sign-out", text: "Still signed in everywhere: the shop does not answer." }];
const iconLook = "size-5 shrink-0 text-soft";

/** Who is signed in, how this device behaves, and the ways out. */
export function AccountMenu() {
  const session = useSession();
  const client = useSessionClient();
  const eventId = useEventId();
  const mayTrain =
    eventId !== trainingEventId && rolesIn(trainingEventId, session?.groups ?? []).has("barista");
  const training = {
    name: "Training bar",
    icon: <GraduationCap aria-hidden className={iconLook} />,
    act: () => leave(() => goTraining(eventId)),
  };
  const [atDevice, setAtDevice] = useState(false);
  const { leaving, leave, stay } = useLeaving();
  const everywhere = useMutation({ mutationFn: () => client.signOutEverywhere() });
  return (
    <>
      <ActionMenu
        label="Account"
        icon={<CircleUserRound aria-hidden className="size-6" />}
        heading={
          <>
            {session?.name && <p className="font-semibold text-body text-ink">{session.name}</p>}
            <p className="wrap-anywhere">{session?.email}</p>
          </>
        }
        actions={[
          ...(mayTrain ? [training] : []),
          {
            name: "Sounds and keys",
            icon: <SlidersHorizontal aria-hidden className={iconLook} />,
            act: () => setAtDevice(true),
          },
          {
            name: "Sign out",
            icon: <LogOut aria-hidden className={iconLook} />,
            act: () => leave(() => void client.signOut()),
          },
          {
            name: "Sign out on all devices",
            icon: <MonitorX aria-hidden className={iconLook} />,
            act: () => leave(everywhere.mutate),
          },
        ]}
      />
      {leaving && <LeaveDialog unanswered={leaving.unanswered} onLeave={leaving.go} onStay={stay} />}
      {atDevice && <DeviceSheet onClose={() => setAtDevice(false)} />}
      <Notices notices={everywhere.isError ? notSignedOut : []} onDismiss={everywhere.reset} />
    </>
  );
}

interface Leaving {
  go(): void;
  unanswered: boolean;
}

/** Leads away once the shop has answered what was tapped; asks where it does not. */
function useLeaving() {
  const outbox = useCommandOutbox();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  // Whoever decided to stay is not led away by a late answer.
  const latest = useRef<Leaving | null>(null);
  function decide(next: Leaving | null): void {
    latest.current = next;
    setLeaving(next);
  }
  async function leave(go: () => void): Promise<void> {
    if (outbox.current().commands.length === 0) return go();
    const asked = { go, unanswered: false };
    decide(asked);
    const isEmpty = await outbox.sendAll(lastTapsMs);
    if (latest.current !== asked) return;
    decide(isEmpty ? null : { go, unanswered: true });
    if (isEmpty) go();
  }
  return { leaving, leave: (go: () => void) => void leave(go), stay: () => decide(null) };
}
