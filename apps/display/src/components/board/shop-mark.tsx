import { Wordmark } from "@serverlesspresso/ui/wordmark";

/** The shop's own name; where it has none of its own, the product's. */
export function ShopMark({ name }: { name: string }) {
  if (name === "Serverlesspresso") return <Wordmark className="text-title max-[22.5rem]:text-lead" />;
  return <span className="wrap-anywhere font-bold font-display text-title tracking-tight">{name}</span>;
}
