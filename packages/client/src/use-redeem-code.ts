"use client";

import type { RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { useClient, useSession } from "./client-context";
import { redeemOnce } from "./redeem-once";

/** Redeems a code, given as the variable; answers the order's id. Repeating it answers the same order. */
export function useRedeemCode(): UseMutationResult<RedeemedCode, Error, string> {
  const { api } = useClient();
  const sub = useSession()?.sub ?? "nobody";
  return useMutation({ mutationFn: (code: string) => redeemOnce(api, localStorage, sub, code) });
}
