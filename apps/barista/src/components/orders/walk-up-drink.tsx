import type { useWalkUp } from "@serverlesspresso/client/use-walk-up";
import { allergensOf, chosenOf, type Drink } from "@serverlesspresso/contracts/menu";
import { Banner } from "@serverlesspresso/ui/banner";
import { Button } from "@serverlesspresso/ui/button";
import { ChipGroup } from "@serverlesspresso/ui/chip-group";
import { Cup } from "@serverlesspresso/ui/cup";
import { TurnedCup } from "@serverlesspresso/ui/drawings/turned-cup";
import { drinkOrderOf, obstacleOf, withChoice } from "./walk-up-choice";
import { walkUpRefusal } from "./walk-up-words";

interface WalkUpDrinkProps {
  drink: Drink | undefined;
  modifiers: readonly string[];
  walkUp: ReturnType<typeof useWalkUp>;
  onModifiers(modifiers: string[]): void;
}

/** The drink that was taken, cut open, how they have it, and the one button. */
export function WalkUpDrink({ drink, modifiers, walkUp, onModifiers }: WalkUpDrinkProps) {
  return (
    <section aria-label="The order" className="flex flex-col">
      {drink ? (
        <Chosen drink={drink} modifiers={modifiers} disabled={walkUp.isPending} onModifiers={onModifiers} />
      ) : (
        <div className="hidden text-center lg:block">
          <div className="flex justify-center border-ink border-b-2">
            <TurnedCup className="w-52" />
          </div>
          <p className="mt-4 text-soft">Take a cup from the shelf.</p>
        </div>
      )}
      <OrderButton drink={drink} modifiers={modifiers} walkUp={walkUp} />
    </section>
  );
}

interface ChosenProps extends Pick<WalkUpDrinkProps, "modifiers" | "onModifiers"> {
  drink: Drink;
  disabled: boolean;
}

function Chosen({ drink, modifiers, disabled, onModifiers }: ChosenProps) {
  const allergens = allergensOf(drink, modifiers);
  const chosen = new Set(chosenOf(drink, modifiers).map(({ id }) => id));
  return (
    <>
      <div className="hidden justify-center border-ink border-b-2 lg:flex">
        <Cup drink={drink} modifiers={modifiers} size={184} standing className="-mt-4" />
      </div>
      <h2 className="font-bold text-title lg:mt-4">{drink.name}</h2>
      <p className="mt-1 text-note text-soft">
        {allergens.length > 0 ? `Contains ${allergens.join(", ")}.` : "None of the allergens we list."}
      </p>
      <fieldset disabled={disabled} className="mt-5 grid min-w-0 gap-5 [&_input]:scroll-mb-28">
        <legend className="sr-only">How they have it</legend>
        {drink.options.map((group) => (
          <ChipGroup
            key={group.id}
            name={group.name}
            items={group.choices}
            value={group.choices.find(({ id }) => chosen.has(id))?.id ?? null}
            onChange={(id) => onModifiers(withChoice(modifiers, group, id))}
          />
        ))}
      </fieldset>
    </>
  );
}

function OrderButton({ drink, modifiers, walkUp }: Omit<WalkUpDrinkProps, "onModifiers">) {
  const obstacle = drink === undefined ? null : obstacleOf(drink, modifiers);
  const label = walkUp.isPaused ? "Not sent yet" : "Ordering";
  return (
    <div className="sticky bottom-0 mt-6 border-hairline border-t bg-paper py-4">
      <div role="status">
        {walkUp.isPaused && (
          <p className="pb-2 text-note text-soft">It is sent once there is a connection.</p>
        )}
        {obstacle !== null && <p className="pb-2 text-note text-soft">{obstacle}.</p>}
        {walkUp.isError && (
          <Banner tone="late" title="Not ordered" className="mb-3">
            {walkUpRefusal(walkUp.error)}
          </Banner>
        )}
      </div>
      <Button
        size="large"
        className="w-full"
        disabled={drink === undefined || obstacle !== null}
        aria-disabled={walkUp.isPending}
        onClick={() => {
          if (drink && !walkUp.isPending) walkUp.mutate(drinkOrderOf(drink, modifiers));
        }}
      >
        {walkUp.isPending ? label : "Order"}
      </Button>
    </div>
  );
}
