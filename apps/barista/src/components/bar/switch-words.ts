import type { DrinkSwitch, RefusedSwitch } from "@serverlesspresso/client/switch-drink";
import { AppError } from "@serverlesspresso/contracts/error";
import type { Menu } from "@serverlesspresso/contracts/menu";

/** Why a drink or a choice stays as it was, in one sentence that names it: "Oat milk stays as it was: …." */
export function switchWords({ wanted, refusal }: RefusedSwitch, menu: Menu | undefined): string {
  return `${nameOf(wanted, menu) ?? "It"} stays as it was: ${whyNot(refusal)}.`;
}

function nameOf(wanted: DrinkSwitch, menu: Menu | undefined): string | undefined {
  const drink = menu?.drinks.find(({ id }) => id === wanted.drink);
  if (wanted.choice === undefined) return drink?.name;
  return drink?.options.flatMap(({ choices }) => choices).find(({ id }) => id === wanted.choice)?.name;
}

function whyNot(refusal: RefusedSwitch["refusal"]): string {
  if (!(refusal instanceof AppError)) return "the shop does not answer";
  if (refusal.code === "drink_unknown" || refusal.code === "option_unknown")
    return "it is not on the menu any more";
  return refusal.code === "forbidden" ? "only staff of this shop may switch it" : "try again in a moment";
}
