import * as z from "zod/mini";

/** An item as DynamoDB writes it: each value under the name of its type. */
export const Item = z.record(z.string(), z.record(z.string(), z.unknown()));
export type Item = z.infer<typeof Item>;

/** The item as plain JSON. Numbers too large for JavaScript stay text. */
export function plainItem(item: Item): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));
}

export function plainValue(value: Readonly<Record<string, unknown>>): unknown {
  const [[type, content] = ["NULL", null]] = Object.entries(value);
  switch (type) {
    case "M":
      return plainItem(Item.parse(content));
    case "L":
      return z.array(z.record(z.string(), z.unknown())).parse(content).map(plainValue);
    case "N":
      return plainNumber(String(content));
    case "NS":
      return z.array(z.string()).parse(content).map(plainNumber);
    case "NULL":
      return null;
    default:
      return content;
  }
}

function plainNumber(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) || /^-?\d{0,8}\.\d{1,6}$/.test(text) ? number : text;
}
