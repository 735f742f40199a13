import type { Drink } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";

/** A few of today's drinks on a shelf: what the bar is about, before a word is read. */
export function CupShelf({ drinks }: { drinks: readonly Drink[] | undefined }) {
  const shown = (drinks ?? []).filter((drink) => drink.available).slice(0, 6);
  return (
    <div aria-hidden className="-mx-5 overflow-hidden border-ink border-b-2 sm:mx-0">
      <div className="flex h-29 items-end justify-center gap-1">
        {shown.map((drink) => (
          <Cup key={drink.id} drink={drink} size={112} className="-mb-[7px] shrink-0" />
        ))}
      </div>
    </div>
  );
}
