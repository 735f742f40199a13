import { ShopLimits, ShopSettings } from "@serverlesspresso/contracts/shop";
import * as z from "zod/mini";
import type { LimitName } from "./limit-fields";

/** Limits that were typed and are not saved, in seconds and counts, and the shop that they were typed over. */
export const TypedLimits = z.object({
  base: z.object({ version: z.int(), settings: ShopSettings }),
  typed: z.record(z.string(), z.nullable(z.number())),
});
export type TypedLimits = z.infer<typeof TypedLimits>;

type Typed = Readonly<Record<string, number | null>>;

/** The limits as they would be saved, or what is wrong at which of them. */
export function checkLimits(
  base: ShopLimits,
  typed: Typed,
): { limits: ShopLimits } | { problems: Partial<Record<LimitName, string>> } {
  const checked = ShopLimits.safeParse({ ...base, ...typed });
  if (!checked.success) {
    const names = checked.error.issues.map(({ path: [name] }) => String(name));
    return { problems: Object.fromEntries(names.map((name) => [name, "Type a number."])) };
  }
  const { ageingAfterSeconds, lateAfterSeconds } = checked.data;
  if (lateAfterSeconds > ageingAfterSeconds) return { limits: checked.data };
  return { problems: { lateAfterSeconds: "Has to be later than amber." } };
}

/** The limits that are typed otherwise than the shop has them. */
export function changedLimits(limits: ShopLimits, typed: Typed): LimitName[] {
  const names = Object.keys(limits) as LimitName[]; // a schema's own keys
  return names.filter((name) => name in typed && typed[name] !== limits[name]);
}
