import { AppError } from "@serverlesspresso/contracts/error";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Api } from "./api";
import { NetworkError } from "./network-error";
import { redeemOnce } from "./redeem-once";
import { memoryStorage } from "./test-orders";

const redeemCode = vi.fn<Api["redeemCode"]>();
const api = { eventId: "default", redeemCode };
const keys = () => redeemCode.mock.calls.map(([, key]) => key);

beforeEach(() => {
  redeemCode.mockReset();
  redeemCode.mockResolvedValue({ orderId: "a" });
});

describe("redeeming a code", () => {
  it("asks with the same key after a lost answer, over a reload, however the code was typed", async () => {
    const storage = memoryStorage();
    redeemCode.mockRejectedValueOnce(new NetworkError("lost"));
    await expect(redeemOnce(api, storage, "espresso")).rejects.toBeInstanceOf(NetworkError);
    await expect(redeemOnce(api, storage, " ESPRESSO")).resolves.toEqual({ orderId: "a" });
    expect(new Set(keys()).size).toBe(1);
  });

  it("asks with a new key once it was answered or refused", async () => {
    const storage = memoryStorage();
    await redeemOnce(api, storage, "ESPRESSO");
    redeemCode.mockRejectedValueOnce(new AppError("code_expired", "Scan the screen again"));
    await expect(redeemOnce(api, storage, "ESPRESSO")).rejects.toMatchObject({ code: "code_expired" });
    await redeemOnce(api, storage, "ESPRESSO");
    expect(new Set(keys()).size).toBe(3);
    expect(storage.length).toBe(0);
  });
});
