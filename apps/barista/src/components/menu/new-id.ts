const longest = 40;

/** The id of something new on the menu, from its name: "Café crème" is cafe-creme, or cafe-creme-2 after it. */
export function newId(name: string, taken: readonly string[], fallback: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, "-").slice(0, longest - 3);
  const stem = words.replace(/^-+|-+$/g, "") || fallback;
  if (!taken.includes(stem)) return stem;
  const next = Array.from({ length: taken.length }, (_, at) => `${stem}-${at + 2}`);
  return next.find((id) => !taken.includes(id)) ?? `${stem}-${taken.length + 2}`;
}
