"use client";

import { AppError } from "@serverlesspresso/contracts/error";
import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Commanded } from "./api";
import { useApi } from "./client-context";
import { isPassing } from "./network-error";
import { queryKeys } from "./queries";
import { WalkUp } from "./walk-up";

/** The shop makes a place within a second; an order that has none after a minute has ended. */
const admissionTries = 300;
const admissionPollMs = 250;
const otherTries = 3;

/** Orders for somebody without a phone, given the choice; leaving the page calls off what was only begun. */
export function useWalkUp(): UseMutationResult<Commanded, Error, DrinkOrder> {
  const api = useApi();
  const client = useQueryClient();
  const [walkUp] = useState(() => new WalkUp(api));
  useEffect(() => {
    walkUp.comeBack();
    return () => walkUp.callOff();
  }, [walkUp]);
  return useMutation({
    mutationFn: (choice: DrinkOrder) => walkUp.order(choice),
    retry: (failures, error) =>
      isStarting(error) ? failures < admissionTries : isPassing(error) && failures < otherTries,
    retryDelay: (failures, error) => (isStarting(error) ? admissionPollMs : 500 * 2 ** failures),
    onSuccess: () => void client.invalidateQueries({ queryKey: queryKeys.queue(api.eventId) }),
  });
}

function isStarting(error: Error): boolean {
  return error instanceof AppError && error.code === "order_starting";
}
