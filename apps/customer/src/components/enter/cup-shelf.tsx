import type { Drink } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";

/** A few of today's drinks on the counter: what the bar is about, before a word is read. */
export function CupShelf({ drinks }: { drinks: readonly Drink[] | undefined }) {
  const shown = (drinks ?? []).filter((drink) => drink.available).slice(0, 7);
  return shown.map((drink) => (
    <div key={drink.id} aria-hidden className="-mx-2.5 sm:-mx-1 aspect-[16/15] h-[62%] shrink-0">
      <Cup drink={drink} size="100%" standing className="h-full" />
    </div>
  ));
}
