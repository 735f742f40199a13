"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { barApi } from "./bar-api";
import { useClient } from "./client-context";
import { newIdempotencyKey } from "./idempotency-key";
import type { Refusal } from "./order-command";
import { type DrinkSwitch, switchDrinkOptions } from "./switch-drink";

export interface SwitchDrinkHandle {
  /** Switches a drink or a choice: shown at once in `shopQuery`, and on every phone within a second. */
  run(wanted: DrinkSwitch): void;
}

/** Switches drinks and choices off and on, for baristas; `onRefused` is called once it has been taken back. */
export function useSwitchDrink(
  onRefused?: (refusal: Refusal, wanted: DrinkSwitch) => void,
): SwitchDrinkHandle {
  const { api, eventId } = useClient();
  const { mutate } = useMutation(
    switchDrinkOptions({ ...barApi(api), eventId }, useQueryClient(), onRefused),
  );
  return { run: (wanted) => mutate({ wanted, key: newIdempotencyKey() }) };
}
