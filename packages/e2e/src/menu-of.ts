import type { Drink } from "@serverlesspresso/contracts/menu";
import { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { shops } from "./seeds";
import type { Stack } from "./stack";
import { callAs } from "./staff-call";

const query = `?eventId=${shops.menu}`;

/** The draft of the menu that tests may change. */
export async function readDraft(stack: Stack): Promise<MenuDraft> {
  return MenuDraft.parse(
    (await callAs(stack, "manager", { method: "GET", path: `/menu/draft${query}` })).body,
  );
}

/** Keeps a draft of it, as its manager does. */
export async function writeDraft(stack: Stack, drinks: readonly Drink[]): Promise<MenuDraft> {
  const { version } = await readDraft(stack);
  const headers = { "if-match": `"${version}"` };
  const request = { method: "PUT", path: `/menu/draft${query}`, body: { drinks }, headers };
  return MenuDraft.parse((await callAs(stack, "manager", request)).body);
}

/** Makes these drinks the menu. */
export async function publishMenu(stack: Stack, drinks: readonly Drink[]): Promise<void> {
  const { version } = await writeDraft(stack, drinks);
  const headers = { "if-match": `"${version}"` };
  MenuDraft.parse(
    (await callAs(stack, "manager", { method: "POST", path: `/menu/publish${query}`, headers })).body,
  );
}
