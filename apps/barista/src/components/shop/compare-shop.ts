import type { ShopSettings } from "@serverlesspresso/contracts/shop";
import type { Difference, Side } from "../bar/difference";
import { type LimitName, limitSections, limitWords } from "./limit-fields";
import { statusWords } from "./shop-words";

interface Versions {
  base: ShopSettings;
  mine: ShopSettings;
  theirs: ShopSettings;
}

type Clock = Parameters<typeof statusWords>[1];

const limitNames = limitSections.flatMap(({ fields }) => fields.map(({ name }) => name));

/** Where what I want and what somebody else has set are not the same, and who of us has changed it. */
export function compareShop({ base, mine, theirs }: Versions, clock: Clock): Difference[] {
  const status = [base, mine, theirs].map((each) => statusWords(each, clock));
  const rows = [
    rowOf("status", "The shop is", status),
    ...limitNames.map((name) => {
      const words = [base, mine, theirs].map(({ limits }) => limitWords(name, limits[name]).value);
      return rowOf(name, limitWords(name, 0).label, words);
    }),
  ];
  return rows.filter(({ mine, theirs }) => mine !== theirs);
}

function rowOf(id: string, name: string, [base = "", mine = "", theirs = ""]: string[]): Difference {
  return { id, name, mine, theirs, changed: { mine: mine !== base, theirs: theirs !== base } };
}

/** The settings that take each difference from the side that was chosen. */
export function mergeShop(
  { mine, theirs }: Omit<Versions, "base">,
  chosen: Readonly<Record<string, Side>>,
): ShopSettings {
  const { limits: _, ...status } = chosen.status === "mine" ? mine : theirs;
  const limits = Object.fromEntries(
    limitNames.map((name) => [name, (chosen[name] === "mine" ? mine : theirs).limits[name]]),
  ) as Record<LimitName, number>; // every name of the limits is in the list of fields
  return { ...status, limits };
}
