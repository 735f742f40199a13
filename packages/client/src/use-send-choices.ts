"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useClient, useSession } from "./client-context";
import { keptIn } from "./kept-things";
import { onReturn } from "./on-return";

/** Sends the choices that are kept on this device, on whatever page; belongs once around all of a customer's pages. */
export function useSendChoices(): void {
  const { api } = useClient();
  const sub = useSession()?.sub;
  const client = useQueryClient();
  useEffect(() => {
    if (!sub) return;
    let isOver = false;
    const send = async () => {
      const orderIds = keptIn(localStorage, sub, "submit", api.eventId);
      if (orderIds.length === 0) return;
      const { sendChoices } = await import("./order-submissions");
      if (!isOver) sendChoices({ api, sub, client }, orderIds);
    };
    // What cannot be loaded now is loaded when the network is back.
    const trySending = () => void send().catch(() => undefined);
    trySending();
    const unlisten = onReturn(trySending);
    return () => {
      isOver = true;
      unlisten();
    };
  }, [api, sub, client]);
}
