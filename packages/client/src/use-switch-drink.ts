"use client";

import { useQueryClient } from "@tanstack/react-query";
import { barApi } from "./bar-api";
import { useClient } from "./client-context";
import { newIdempotencyKey } from "./idempotency-key";
import { type DrinkSwitch, switchDrinkOptions } from "./switch-drink";

export interface SwitchDrinkHandle {
  /** Switches a drink or a choice: shown at once in `shopQuery`, and on every phone within a second. */
  run(wanted: DrinkSwitch): void;
}

/** Switches drinks and choices off and on, for baristas; `onRefusedSwitch` tells of what was taken back. */
export function useSwitchDrink(): SwitchDrinkHandle {
  const { api, eventId } = useClient();
  const client = useQueryClient();
  function run(wanted: DrinkSwitch): void {
    const options = switchDrinkOptions({ ...barApi(api), eventId }, client, wanted);
    const mutation = client.getMutationCache().build(client, options);
    mutation.execute({ wanted, key: newIdempotencyKey() }).catch(() => undefined);
  }
  return { run };
}
