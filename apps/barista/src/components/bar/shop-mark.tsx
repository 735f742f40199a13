import { Wordmark } from "@serverlesspresso/ui/wordmark";

/** The shop's own name; where it has none of its own, the product's. */
export function ShopMark({ name }: { name: string }) {
  if (name === "Serverlesspresso") return <Wordmark className="text-lead" />;
  return <span className="min-w-0 truncate font-bold font-display text-lead tracking-tight">{name}</span>;
}
