import type { Choice, Ingredient, MilkTint } from "@serverlesspresso/contracts/menu";

const milks: Record<MilkTint, string> = {
  whole: "var(--color-cup-milk-whole)",
  oat: "var(--color-cup-milk-oat)",
  soy: "var(--color-cup-milk-soy)",
  almond: "var(--color-cup-milk-almond)",
  coconut: "var(--color-cup-milk-coconut)",
};

/** The colour of an ingredient; milk and its foam take the tint of the chosen milk. */
export function colourOf(ingredient: Ingredient, milk: MilkTint): string {
  if (ingredient === "milk") return milks[milk];
  if (ingredient === "foam") return `color-mix(in oklch, ${milks[milk]} 42%, var(--color-cup-cream))`;
  return `var(--color-cup-${ingredient})`;
}

/** The colour that a choice brings into the cup; undefined if it brings none. */
export function colourOfChoice({ milk, adds }: Choice): string | undefined {
  if (milk) return milks[milk];
  return adds && colourOf(adds.ingredient, "whole");
}
