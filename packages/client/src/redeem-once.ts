import type { RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import type { Api } from "./api";
import { newIdempotencyKey } from "./idempotency-key";
import { isPassing } from "./network-error";

type Ports = Pick<Api, "eventId" | "redeemCode">;

/**
 * Redeems a code. Its key is kept until the server has answered, so that after a lost answer or a reload
 * the same order is asked for. Throws AppError or NetworkError.
 */
export async function redeemOnce(api: Ports, storage: Storage, code: string): Promise<RedeemedCode> {
  const kept = `serverlesspresso.redeem.${api.eventId}.${code.trim().toUpperCase()}`;
  const key = storage.getItem(kept) ?? newIdempotencyKey();
  storage.setItem(kept, key);
  try {
    const redeemed = await api.redeemCode(code, key);
    storage.removeItem(kept);
    return redeemed;
  } catch (error) {
    if (!isPassing(error)) storage.removeItem(kept);
    throw error;
  }
}
