import type { Api } from "@serverlesspresso/client/api";
import { NetworkError } from "@serverlesspresso/client/network-error";
import { AppError } from "@serverlesspresso/contracts/error";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { patientApi } from "./patient-api";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const apiThat = (redeemCode: Api["redeemCode"]) => patientApi({ eventId: "default", redeemCode } as Api); // only what is asked here

test("what fails in passing is asked again with the same key", async () => {
  const redeemCode = vi.fn<Api["redeemCode"]>().mockResolvedValue({ orderId: "1" });
  redeemCode
    .mockRejectedValueOnce(new NetworkError("lost"))
    .mockRejectedValueOnce(new AppError("internal", ""));
  const answer = apiThat(redeemCode).redeemCode("CODE", "key");
  await vi.runAllTimersAsync();
  expect(await answer).toEqual({ orderId: "1" });
  expect(redeemCode.mock.calls).toEqual(Array.from({ length: 3 }, () => ["CODE", "key"]));
});

test("a refusal is a refusal", async () => {
  const redeemCode = vi.fn<Api["redeemCode"]>().mockRejectedValue(new AppError("code_unknown", ""));
  await expect(apiThat(redeemCode).redeemCode("CODE", "key")).rejects.toMatchObject({ code: "code_unknown" });
  expect(redeemCode).toHaveBeenCalledOnce();
});
