"use client";

import type { RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import { useCallback } from "react";
import { useClient, useSession } from "./client-context";
import { redeemOnce } from "./redeem-once";

/** Redeems a code; answers the order's id. Repeating it answers the same order. */
export function useRedeemCode(): (code: string) => Promise<RedeemedCode> {
  const { api } = useClient();
  const sub = useSession()?.sub ?? "nobody";
  return useCallback((code) => redeemOnce(api, localStorage, sub, code), [api, sub]);
}
