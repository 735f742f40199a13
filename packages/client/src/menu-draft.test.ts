import { AppError } from "@serverlesspresso/contracts/error";
import type { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { expect, it, vi } from "vitest";
import type { BarApi } from "./bar-api";
import { publishDraft, saveDraft } from "./menu-draft";
import { shop } from "./test-shop";

const { drinks } = shop.menu;
const base: MenuDraft = { version: 1, drinks, changedBy: null, changedAt: null };
const fewer = drinks.slice(0, 1);
const kept: MenuDraft = { version: 3, drinks: fewer, changedBy: "Maria", changedAt: shop.serverTime };
const stale = (draft: MenuDraft) => new AppError("edit_stale", "", { theirs: { by: "Maria", draft } });

it("goes on over a version that holds the same drinks, whatever is sold out in them", async () => {
  const soldOut = drinks.map((drink) => ({ ...drink, available: false }));
  const editDraft = vi
    .fn<BarApi["editDraft"]>()
    .mockRejectedValueOnce(stale({ ...base, version: 2, drinks: soldOut }))
    .mockResolvedValueOnce(kept);
  expect(await saveDraft({ editDraft }, { base, drinks: fewer })).toBe(kept);
  expect(editDraft.mock.calls.map(([, version]) => version)).toEqual([1, 2]);
});

it("takes a draft as it wanted it for its own work", async () => {
  const editDraft = vi.fn<BarApi["editDraft"]>().mockRejectedValueOnce(stale(kept));
  expect(await saveDraft({ editDraft }, { base, drinks: fewer })).toBe(kept);
});

it("overwrites nothing that somebody else prepares", async () => {
  const editDraft = vi.fn<BarApi["editDraft"]>().mockRejectedValueOnce(stale(kept));
  await expect(saveDraft({ editDraft }, { base, drinks: [] })).rejects.toMatchObject({ code: "edit_stale" });
});

it("goes on over what it had sent itself, and whose answer was lost", async () => {
  const mine = { ...kept, version: 2 };
  const editDraft = vi
    .fn<BarApi["editDraft"]>()
    .mockRejectedValueOnce(stale(mine))
    .mockResolvedValueOnce(kept);
  expect(await saveDraft({ editDraft }, { base, drinks: [], sent: [fewer] })).toBe(kept);
  expect(editDraft.mock.calls.map(([, version]) => version)).toEqual([1, 2]);
});

it("has published what is the menu already: the answer was lost", async () => {
  const menu = { ...kept, version: 4, changedBy: null, changedAt: null };
  const publishMenu = vi.fn<BarApi["publishMenu"]>().mockRejectedValueOnce(stale(menu));
  expect(await publishDraft({ publishMenu }, kept)).toBe(menu);
  publishMenu.mockRejectedValueOnce(stale(kept));
  await expect(publishDraft({ publishMenu }, { ...kept, version: 2 })).rejects.toMatchObject({
    code: "edit_stale",
  });
});
