"use client";

import { useEventId, useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { trainingEventId } from "@serverlesspresso/contracts/names";
import { rolesIn } from "@serverlesspresso/contracts/role";
import { ActionMenu } from "@serverlesspresso/ui/action-menu";
import { useMutation } from "@tanstack/react-query";
import { CircleUserRound, GraduationCap, LogOut, MonitorX } from "lucide-react";
import { goTraining } from "../training/training-shop";
import { Notices } from "./notices";

const notSignedOut = [{ id: 1, text: "Still signed in everywhere: the shop does not answer." }];
const iconLook = "size-5 shrink-0 text-soft";

/** Who is signed in, and the ways out. */
export function AccountMenu() {
  const session = useSession();
  const client = useSessionClient();
  const eventId = useEventId();
  const mayTrain =
    eventId !== trainingEventId && rolesIn(trainingEventId, session?.groups ?? []).has("barista");
  const training = {
    name: "Training bar",
    icon: <GraduationCap aria-hidden className={iconLook} />,
    act: () => goTraining(eventId),
  };
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
            name: "Sign out",
            icon: <LogOut aria-hidden className={iconLook} />,
            act: () => void client.signOut(),
          },
          {
            name: "Sign out on all devices",
            icon: <MonitorX aria-hidden className={iconLook} />,
            act: everywhere.mutate,
          },
        ]}
      />
      <Notices notices={everywhere.isError ? notSignedOut : []} onDismiss={everywhere.reset} />
    </>
  );
}
