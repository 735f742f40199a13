import { AppError } from "@serverlesspresso/contracts/error";
import { RedeemCode, type RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import type { Api } from "./api";
import { newIdempotencyKey } from "./idempotency-key";
import { keptKey } from "./kept-things";
import { isPassing } from "./network-error";
import { store, stored, unstore } from "./storage";

type Ports = Pick<Api, "eventId" | "redeemCode">;

/**
 * Redeems a code as somebody. Its key is kept until the server has answered, so that after a lost answer or a
 * reload the same order is asked for. Throws AppError or NetworkError.
 */
export async function redeemOnce(
  api: Ports,
  storage: Storage,
  sub: string,
  typed: string,
): Promise<RedeemedCode> {
  const { code } = readCode(typed);
  const kept = keptKey(sub, "redeem", api.eventId, code);
  const key = stored(storage, kept) ?? newIdempotencyKey();
  store(storage, kept, key);
  try {
    const redeemed = await api.redeemCode(code, key);
    unstore(storage, kept);
    return redeemed;
  } catch (error) {
    if (!isPassing(error)) unstore(storage, kept);
    throw error;
  }
}

function readCode(typed: string): RedeemCode {
  const read = RedeemCode.safeParse({ code: typed });
  if (read.success) return read.data;
  throw new AppError("code_unknown", "This is not a code", { field: "code", cause: read.error });
}
