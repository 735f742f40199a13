import type { Drink } from "@serverlesspresso/contracts/menu";
import { memo, startTransition, useCallback, useOptimistic } from "react";
import { Cup } from "./cup";

interface DrinkShelfProps {
  drinks: readonly Drink[];
  /** The modifiers to draw each drink with: the chosen milk is seen in all of them. The same ones by identity. */
  modifiersOf(drink: Drink): readonly string[];
  value: string | null;
  disabled: boolean;
  /**
   * Called in a transition: what it sets is drawn when there is time. `byHand` is false when arrow keys moved the
   * choice: the page must not jump then.
   */
  onChoose(id: string, byHand: boolean): void;
}

/** The menu: cups on shelves, one of which is taken; that one answers the tap, all else that changes comes after. */
export const DrinkShelf = memo(function DrinkShelf(props: DrinkShelfProps) {
  const { drinks, modifiersOf, disabled, onChoose } = props;
  const [value, show] = useOptimistic(props.value);
  const choose = useCallback(
    (id: string, byHand: boolean) =>
      startTransition(() => {
        show(id);
        onChoose(id, byHand);
      }),
    [onChoose, show],
  );
  return (
    <div role="radiogroup" aria-label="Drink" className="-mx-5 isolate flex flex-wrap gap-y-5 lg:mx-0">
      {drinks.map((drink) => (
        <DrinkTile
          key={drink.id}
          drink={drink}
          modifiers={modifiersOf(drink)}
          checked={drink.id === value}
          disabled={disabled || !drink.available}
          onChoose={choose}
        />
      ))}
      {/* The last shelf goes on where there are no cups. */}
      <span aria-hidden className="h-23 flex-1 border-hairline border-b-2" />
    </div>
  );
});

interface DrinkTileProps {
  drink: Drink;
  modifiers: readonly string[];
  checked: boolean;
  disabled: boolean;
  onChoose(id: string, byHand: boolean): void;
}

/** Drawn again only for something else to show: one tap changes two of fifteen. */
const DrinkTile = memo(function DrinkTile({ drink, modifiers, checked, disabled, onChoose }: DrinkTileProps) {
  const soldOut = !drink.available;
  return (
    <label className="group relative flex w-1/3 min-w-24 flex-col items-center text-center sm:w-1/4">
      <input
        type="radio"
        name="drink"
        value={drink.id}
        aria-label={soldOut ? `${drink.name}, sold out` : drink.name}
        checked={checked}
        disabled={disabled}
        onChange={() => onChoose(drink.id, false)}
        onClick={(event) => event.detail > 0 && onChoose(drink.id, true)}
        className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0 disabled:cursor-default"
      />
      <span className="relative flex h-23 w-full items-end justify-center border-hairline border-b-2 group-hover:border-ink peer-checked:border-copper peer-focus-visible:rounded-edge peer-focus-visible:outline-3 peer-focus-visible:outline-copper">
        <Cup
          drink={drink}
          modifiers={modifiers}
          size={112}
          standing
          steaming={false}
          className={`max-w-full transition-[opacity,filter] ${soldOut ? "opacity-35 grayscale" : ""}`}
        />
        {soldOut && (
          // A sign before the cup: the shelves below stay where they are.
          <span className="absolute bottom-1 rounded-edge border border-hairline bg-paper px-2 py-0.5 text-note">
            sold out
          </span>
        )}
      </span>
      <span className="mt-2 max-w-full px-1 text-note leading-tight wrap-anywhere peer-checked:font-semibold peer-checked:text-copper peer-disabled:text-soft">
        {drink.name}
      </span>
    </label>
  );
});
