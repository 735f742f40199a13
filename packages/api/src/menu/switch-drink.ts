import { AppError } from "@serverlesspresso/contracts/error";
import type { Menu } from "@serverlesspresso/contracts/menu";
import { type SwitchDrink, switchDrinks } from "@serverlesspresso/contracts/menu-edit";
import type { Caller } from "../caller";
import { log } from "../log";
import type { Ports } from "../ports";
import { tryAnnounce } from "../shop/announce-shop";
import { shopOf } from "../shop/shop-of";
import { menuOf } from "./menu-of";
import type { KnownSwitch, MenuRow } from "./menu-row";

type SwitchPorts = Pick<Ports, "shops" | "menus" | "bus" | "clock">;

const maxTries = 10;
const keysKept = 20;

/** Somebody switches a drink, or a choice of it; the key names this one intention, however often it is sent. */
export interface SwitchRequest {
  eventId: string;
  drinkId: string;
  caller: Caller;
  key: string;
  wanted: SwitchDrink;
}

/**
 * Switches a drink or a choice on or off, at once and for everybody; a repeat changes nothing. Answers the
 * menu as it is then. Throws `drink_unknown`, `option_unknown` or `idempotency_key_reused`.
 */
export async function switchDrink(ports: SwitchPorts, request: SwitchRequest): Promise<Menu> {
  const { eventId, drinkId, wanted, caller, key } = request;
  const asked = { key, userId: caller.sub, what: JSON.stringify([drinkId, wanted]) };
  for (let tries = 0; tries < maxTries; tries += 1) {
    const [shop, read] = await Promise.all([shopOf(ports.shops, eventId), menuOf(ports.menus, eventId)]);
    const name = nameOf(read, request);
    const drinks = switchDrinks(read.drinks, drinkId, wanted);
    if (isRepeat(read, asked)) return read;
    const switches = [...read.switches, asked].slice(-keysKept);
    if (drinks === read.drinks) {
      // Its repeat is not to undo what a colleague switches meanwhile.
      if (await ports.menus.noteSwitches(eventId, read, switches)) return read;
      continue;
    }
    const next = { drinks, switches };
    if (!(await ports.menus.change({ shop, read, next, at: ports.clock.now() }))) continue;
    log("info", "switched", { eventId, drinkId, ...wanted });
    await tryAnnounce(ports, { ...shop, version: shop.version + 1 }, toldOf(name, wanted));
    return { version: read.version + 1, drinks };
  }
  throw new Error(`The menu of ${eventId} changed ${maxTries} times while it was being changed.`);
}

function isRepeat({ switches }: MenuRow, asked: KnownSwitch): boolean {
  const known = switches.find(({ key }) => key === asked.key);
  if (known === undefined) return false;
  if (known.userId === asked.userId && known.what === asked.what) return true;
  throw new AppError("idempotency_key_reused", "This Idempotency-Key was used for something else.", {
    field: "Idempotency-Key",
  });
}

function nameOf({ drinks }: MenuRow, { drinkId, wanted }: SwitchRequest): string {
  const drink = drinks.find(({ id }) => id === drinkId);
  if (drink === undefined) {
    throw new AppError("drink_unknown", `The menu has no drink "${drinkId}".`, { field: "drink" });
  }
  if (wanted.choice === undefined) return drink.name;
  const choice = drink.options.flatMap(({ choices }) => choices).find(({ id }) => id === wanted.choice);
  if (choice !== undefined) return choice.name;
  throw new AppError("option_unknown", `${drink.name} has no option "${wanted.choice}".`, {
    field: "choice",
  });
}

function toldOf(name: string, { available }: SwitchDrink): string {
  return available ? `${name} is there again.` : `${name} is sold out.`;
}
