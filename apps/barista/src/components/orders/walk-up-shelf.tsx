import type { Drink } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";

interface WalkUpShelfProps {
  drinks: readonly Drink[];
  /** The chosen milk is seen in every cup. */
  modifiers: readonly string[];
  value: string | null;
  disabled: boolean;
  onChoose(id: string): void;
}

/** The menu as cups on shelves, large enough for a wet thumb. */
export function WalkUpShelf({ drinks, modifiers, value, disabled, onChoose }: WalkUpShelfProps) {
  return (
    <div
      role="radiogroup"
      aria-label="Drink"
      className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] content-start gap-y-5"
    >
      {drinks.map((drink) => (
        <label key={drink.id} className="group relative flex flex-col items-center text-center">
          <input
            type="radio"
            name="walk-up-drink"
            value={drink.id}
            aria-label={drink.available ? drink.name : `${drink.name}, sold out`}
            checked={drink.id === value}
            disabled={disabled || !drink.available}
            onChange={() => onChoose(drink.id)}
            className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0 disabled:cursor-default"
          />
          <span className="flex h-27 w-full items-end justify-center border-hairline border-b-2 transition-colors group-hover:border-ink peer-checked:border-copper peer-focus-visible:rounded-edge peer-focus-visible:outline-3 peer-focus-visible:outline-copper">
            <Cup
              drink={drink}
              modifiers={modifiers}
              size="8rem"
              standing
              steaming={drink.id === value}
              className={`max-w-full ${drink.available ? "" : "opacity-35 grayscale"}`}
            />
          </span>
          <span className="mt-2 max-w-full px-1 leading-tight wrap-anywhere peer-checked:font-semibold peer-checked:text-copper peer-disabled:text-soft">
            {drink.name}
            {!drink.available && <span className="block text-note">sold out</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
