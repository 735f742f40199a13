import { AppError } from "@serverlesspresso/contracts/error";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Api } from "./api";
import { NetworkError } from "./network-error";
import { redeemOnce } from "./redeem-once";
import { fullStorage, memoryStorage } from "./test-orders";

const redeemCode = vi.fn<Api["redeemCode"]>();
const api = { eventId: "default", redeemCode };
const keys = () => redeemCode.mock.calls.map(([, key]) => key);

beforeEach(() => {
  redeemCode.mockReset();
  redeemCode.mockResolvedValue({ orderId: "a" });
});

const code = "34679CDFGH";

describe("redeeming a code", () => {
  it("asks with the same key after a lost answer, over a reload, however the code was typed", async () => {
    const storage = memoryStorage();
    redeemCode.mockRejectedValueOnce(new NetworkError("lost"));
    await expect(redeemOnce(api, storage, "eva", code)).rejects.toBeInstanceOf(NetworkError);
    await expect(redeemOnce(api, storage, "eva", " 346-79c dfgh")).resolves.toEqual({ orderId: "a" });
    expect(new Set(keys()).size).toBe(1);
    expect(redeemCode).toHaveBeenLastCalledWith(code, expect.anything());
  });

  it("asks with a new key once it was answered or refused", async () => {
    const storage = memoryStorage();
    await redeemOnce(api, storage, "eva", code);
    redeemCode.mockRejectedValueOnce(new AppError("code_expired", "Scan the screen again"));
    await expect(redeemOnce(api, storage, "eva", code)).rejects.toMatchObject({ code: "code_expired" });
    await redeemOnce(api, storage, "eva", code);
    expect(new Set(keys()).size).toBe(3);
    expect(storage.length).toBe(0);
  });

  it("asks with the same key after a lost answer where the browser has no room to keep it", async () => {
    const storage = fullStorage();
    redeemCode.mockRejectedValueOnce(new NetworkError("lost"));
    await expect(redeemOnce(api, storage, "eva", code)).rejects.toBeInstanceOf(NetworkError);
    await redeemOnce(api, storage, "eva", code);
    expect(new Set(keys()).size).toBe(1);
    await redeemOnce(api, storage, "eva", code);
    expect(new Set(keys()).size).toBe(2);
  });

  it("asks with a key of their own for another customer on the same device", async () => {
    const storage = memoryStorage();
    redeemCode.mockRejectedValueOnce(new NetworkError("lost"));
    await expect(redeemOnce(api, storage, "eva", code)).rejects.toBeInstanceOf(NetworkError);
    await redeemOnce(api, storage, "ben", code);
    expect(new Set(keys()).size).toBe(2);
  });

  it("sends nothing that cannot be a code", async () => {
    await expect(redeemOnce(api, memoryStorage(), "eva", " - ")).rejects.toMatchObject({
      code: "code_unknown",
    });
    expect(redeemCode).not.toHaveBeenCalled();
  });
});
