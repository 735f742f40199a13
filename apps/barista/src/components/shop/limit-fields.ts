import type { ShopLimits } from "@serverlesspresso/contracts/shop";

export type LimitName = keyof ShopLimits;

/** How a limit is asked for; those in minutes are kept in seconds. */
export interface LimitField {
  name: LimitName;
  label: string;
  unit: "minutes" | "orders" | "drinks" | "times";
  hint?: string;
  min: number;
  max: number;
}

interface LimitSection {
  title: string;
  fields: readonly LimitField[];
}

const day = 1440;

/** Every limit of a shop, in the order in which a manager thinks of them. */
export const limitSections: readonly LimitSection[] = [
  {
    title: "Places",
    fields: [
      { name: "maxOrdersInQueue", label: "Orders at the same time", unit: "orders", min: 0, max: 500 },
      { name: "drinksPerCode", label: "Drinks a code", unit: "drinks", min: 1, max: 10_000 },
      { name: "maxOrdersPerUser", label: "Drinks a guest and day", unit: "drinks", min: 1, max: 1000 },
      {
        name: "codeWindowSeconds",
        label: "A code stands for",
        unit: "minutes",
        hint: "then as long again",
        min: 0.5,
        max: day,
      },
    ],
  },
  {
    title: "Patience",
    fields: [
      { name: "customerPatienceSeconds", label: "To choose", unit: "minutes", min: 0.5, max: day },
      { name: "maxExtensions", label: "More time", unit: "times", min: 0, max: 10 },
      { name: "baristaPatienceSeconds", label: "To be made", unit: "minutes", min: 0.5, max: day },
      { name: "collectionPatienceSeconds", label: "To be collected", unit: "minutes", min: 0.5, max: day },
    ],
  },
  {
    title: "Age of a ticket",
    fields: [
      { name: "ageingAfterSeconds", label: "Amber after", unit: "minutes", min: 0.5, max: day },
      { name: "lateAfterSeconds", label: "Red after", unit: "minutes", min: 0.5, max: day },
    ],
  },
];

const fields = new Map(limitSections.flatMap((section) => section.fields.map((each) => [each.name, each])));

/** What is typed for a limit. */
export function shownOf({ unit }: Pick<LimitField, "unit">, value: number): number {
  return unit === "minutes" ? value / 60 : value;
}

/** What is kept of what is typed. */
export function keptOf({ unit }: Pick<LimitField, "unit">, shown: number): number {
  return unit === "minutes" ? Math.round(shown * 60) : Math.round(shown);
}

/** A limit with its value, for example "Amber after: 2 minutes". */
export function limitWords(name: LimitName, value: number): { label: string; value: string } {
  const field = fields.get(name);
  if (field === undefined) return { label: name, value: String(value) };
  const shown = Number(shownOf(field, value).toFixed(2));
  const unit = shown === 1 ? field.unit.slice(0, -1) : field.unit;
  return { label: field.label, value: `${shown} ${unit}` };
}
