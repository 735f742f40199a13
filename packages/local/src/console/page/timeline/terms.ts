import type { Envelope } from "../aws/events";

/** A value that an execution and the events around it have in common: `orderId` = `1`. */
export interface Term {
  readonly key: string;
  readonly value: string;
}

const shortestId = 1;
const longestId = 128;
const idKey = /(^id|Id|ID|_id|execution|key|name|number)$/;

/** The values under names like `orderId` in a detail or an input. */
export function termsIn(value: unknown): Term[] {
  const found = new Map<string, Term>();
  visit(value, (key, text) => {
    if (!idKey.test(key) || text.length < shortestId || text.length > longestId) return;
    found.set(JSON.stringify([key, text]), { key, value: text });
  });
  return [...found.values()];
}

/**
 * Those that tell one thing from all others: a term that occurs together with different values of another key
 * (a customer with several orders, a shop with many) is broader than what is looked for.
 */
export function narrowTerms(terms: readonly Term[], events: readonly Envelope[]): readonly Term[] {
  const keys = new Set(terms.map(({ key }) => key));
  const details = events.map(({ detail }) => termsIn(detail));
  const narrow = terms.filter((term) => {
    const beside = new Map<string, Set<string>>();
    for (const detail of details) {
      if (!detail.some((each) => isSame(each, term))) continue;
      for (const { key, value } of detail) {
        if (key !== term.key && keys.has(key)) beside.set(key, (beside.get(key) ?? new Set()).add(value));
      }
    }
    return [...beside.values()].every((values) => values.size <= 1);
  });
  return narrow.length > 0 ? narrow : terms.slice(0, 1);
}

/** Whether any of the terms stands anywhere in a value. */
export function mentions(value: unknown, terms: readonly Term[]): boolean {
  let isFound = false;
  visit(value, (key, text) => {
    isFound ||= terms.some((term) => term.value === text && (term.key === key || isNameless(term)));
  });
  return isFound;
}

/** A value that is as good as unique needs no key beside it: it may stand under any. */
function isNameless({ value }: Term): boolean {
  return value.length >= 16;
}

export function isSame(one: Term, other: Term): boolean {
  return one.key === other.key && one.value === other.value;
}

/** Every text and number in a value, with the name it stands under. */
function visit(value: unknown, each: (key: string, text: string) => void, key = ""): void {
  if (typeof value === "string" || typeof value === "number") each(key, String(value));
  else if (Array.isArray(value)) for (const item of value) visit(item, each, key);
  else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) visit(inner, each, name);
  }
}
