import { AppError } from "@serverlesspresso/contracts/error";
import { type Shop, type ShopSettings, settingsOf } from "@serverlesspresso/contracts/shop";
import { expect, it, vi } from "vitest";
import type { BarApi } from "./bar-api";
import { saveShop } from "./change-shop";
import { shop } from "./test-shop";

const wanted: ShopSettings = { ...settingsOf(shop), status: "closed", message: "Home" };
const stale = (theirs: Shop) => new AppError("edit_stale", "", { theirs: { by: "Maria", shop: theirs } });

function answering(...answers: (Shop | Error)[]) {
  const changeShop = vi.fn<BarApi["changeShop"]>();
  for (const answer of answers) {
    if (answer instanceof Error) changeShop.mockRejectedValueOnce(answer);
    else changeShop.mockResolvedValueOnce(answer);
  }
  return { changeShop };
}

it("goes on over a version in which only the menu is another", async () => {
  const api = answering(stale({ ...shop, version: 7 }), { ...shop, ...wanted, version: 8 });
  expect(await saveShop(api, { base: shop, wanted })).toMatchObject({ version: 8 });
  expect(api.changeShop.mock.calls.map(([, version]) => version)).toEqual([1, 7]);
});

it("takes the shop as it wanted it for its own work: the answer was lost", async () => {
  const api = answering(stale({ ...shop, ...wanted, version: 2 }));
  expect(await saveShop(api, { base: shop, wanted })).toMatchObject({ version: 2, status: "closed" });
});

it("overwrites nothing that somebody else has set meanwhile", async () => {
  const theirs = { ...shop, version: 2, limits: { ...shop.limits, drinksPerCode: 3 } };
  const api = answering(stale(theirs));
  await expect(saveShop(api, { base: shop, wanted })).rejects.toMatchObject({
    code: "edit_stale",
    theirs: { by: "Maria", shop: theirs },
  });
  expect(api.changeShop).toHaveBeenCalledTimes(1);
});
