"use client";

import { useEventId } from "@serverlesspresso/client/client-context";
import { queryKeys } from "@serverlesspresso/client/queries";
import { onRefusedSwitch } from "@serverlesspresso/client/switch-drink";
import { useCommandOutbox, useOutbox, useSendCommands } from "@serverlesspresso/client/use-command-outbox";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { type Notice, Notices } from "./notices";
import { refusalWords } from "./refusal";
import { switchWords } from "./switch-words";

/** Sends what was tapped, on whichever page one is by then, and tells what was refused, of switches too. */
export function BarCommands() {
  useSendCommands();
  const outbox = useCommandOutbox();
  const { refused } = useOutbox();
  const [switches, dismissSwitch] = useRefusedSwitches();
  const notices = refused.map(({ kept: { key, ticket }, refusal, late }) => ({
    id: key,
    text: refusalWords(refusal, ticket),
    stays: late,
  }));
  return (
    <Notices
      notices={[...notices, ...switches]}
      onDismiss={(id) => {
        outbox.dismiss(id);
        dismissSwitch(id);
      }}
    />
  );
}

/** Whoever has switched something may be on another page when it is taken back. */
function useRefusedSwitches(): [notices: readonly Notice[], dismiss: (id: string) => void] {
  const eventId = useEventId();
  const client = useQueryClient();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  useEffect(
    () =>
      onRefusedSwitch(client, (refused) => {
        const shop = client.getQueryData<Shop>(queryKeys.shop(eventId));
        const notice = { id: refused.key, text: switchWords(refused, shop?.menu) };
        setNotices((before) => [...before, notice]);
      }),
    [client, eventId],
  );
  const dismiss = useCallback(
    (id: string) => setNotices((before) => before.filter((notice) => notice.id !== id)),
    [],
  );
  return [notices, dismiss];
}
