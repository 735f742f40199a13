import { BegunOrder } from "@serverlesspresso/contracts/found-orders";
import { type Drink, Menu } from "@serverlesspresso/contracts/menu";
import { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import type { SwitchDrink } from "@serverlesspresso/contracts/menu-edit";
import { Shop, type ShopSettings } from "@serverlesspresso/contracts/shop";
import { type AddMember, Member, Staff } from "@serverlesspresso/contracts/staff";
import type { Api } from "./api";

export type BarApi = ReturnType<typeof barApi>;

/** What only the bar's own people ask of the API, kept out of what phones load; throws as `createApi` says. */
export function barApi({ call }: Pick<Api, "call">) {
  return {
    changeShop: (body: ShopSettings, ifMatch: number) => call(Shop, "PUT", "/shop", { body, ifMatch }),
    switchDrink: (drink: string, body: SwitchDrink, key: string) =>
      call(Menu, "PATCH", `/menu/${encodeURIComponent(drink)}`, { body, key }),
    menuDraft: () => call(MenuDraft, "GET", "/menu/draft"),
    editDraft: (drinks: readonly Drink[], ifMatch: number) =>
      call(MenuDraft, "PUT", "/menu/draft", { body: { drinks }, ifMatch }),
    publishMenu: (ifMatch: number) => call(MenuDraft, "POST", "/menu/publish", { ifMatch }),
    beginOrder: (key: string) => call(BegunOrder, "POST", "/orders", { key }),
    staff: () => call(Staff, "GET", "/staff"),
    addMember: (member: AddMember) => call(Member, "POST", "/staff", { body: member }),
    removeMember: (id: string) => call(Staff, "DELETE", `/staff/${encodeURIComponent(id)}`),
  };
}
