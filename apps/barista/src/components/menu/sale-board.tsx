"use client";

import { useSwitchDrink } from "@serverlesspresso/client/use-switch-drink";
import type { Drink } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";
import { colourOfChoice } from "@serverlesspresso/ui/cup-colour";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { Switch } from "@serverlesspresso/ui/switch";
import { choicesOf, type SharedChoice, whereWords } from "./choices-of-menu";

type SwitchTo = ReturnType<typeof useSwitchDrink>["run"];

/** What there is just now: a tap, and every phone has it. */
export function SaleBoard({ drinks }: { drinks: readonly Drink[] }) {
  const { run } = useSwitchDrink();
  if (drinks.length === 0) return <EmptyState title="There are no drinks on the menu" className="flex-1" />;
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <section aria-label="Drinks" className="relative min-w-0 flex-1 p-4 md:overflow-y-auto md:p-6">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-8">
          {drinks.map((drink) => (
            <DrinkRow key={drink.id} drink={drink} run={run} />
          ))}
        </ul>
      </section>
      <Choices drinks={drinks} run={run} />
    </div>
  );
}

function DrinkRow({ drink, run }: { drink: Drink; run: SwitchTo }) {
  const { id, name, available } = drink;
  return (
    <li className="flex items-center gap-4 border-hairline border-b py-2">
      <Cup drink={drink} size={72} steaming={false} className={available ? "" : "opacity-35 grayscale"} />
      <div className="min-w-0 flex-1">
        <h2 className="wrap-anywhere font-bold text-lead">{name}</h2>
        {!available && <p className="text-soft">sold out</p>}
      </div>
      <Switch
        label={`${name} on sale`}
        checked={available}
        onChange={(on) => run({ drink: id, available: on })}
      />
    </li>
  );
}

function Choices({ drinks, run }: { drinks: readonly Drink[]; run: SwitchTo }) {
  const groups = choicesOf(drinks);
  if (groups.length === 0) return null;
  return (
    <section
      aria-label="In all drinks"
      className="relative shrink-0 border-hairline border-t p-4 md:w-96 md:overflow-y-auto md:border-t-0 md:border-l md:p-6"
    >
      <h2 className="font-bold text-lead">In all drinks</h2>
      {groups.map((group) => (
        <div key={group.name} className="mt-5">
          <h3 className="font-semibold text-soft">{group.name}</h3>
          <ul className="mt-1 divide-y divide-hairline border-hairline border-y">
            {group.choices.map((shared) => (
              <ChoiceRow key={shared.choice.id} shared={shared} run={run} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ChoiceRow({ shared, run }: { shared: SharedChoice; run: SwitchTo }) {
  const { choice, drinks, offIn } = shared;
  const [first] = drinks;
  const colour = colourOfChoice(choice);
  if (first === undefined) return null;
  return (
    <li className="flex items-center gap-3 py-1">
      <span aria-hidden className="size-6 shrink-0 rounded-full border border-edge p-0.5">
        {colour && (
          <svg viewBox="0 0 2 2" aria-hidden="true" className="size-full">
            <circle cx="1" cy="1" r="1" fill={colour} />
          </svg>
        )}
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{choice.name}</p>
        <p className="text-note text-soft">{whereWords(shared)}</p>
      </div>
      <Switch
        label={`${choice.name} on sale`}
        checked={offIn.length === 0}
        onChange={(available) => run({ drink: first.id, choice: choice.id, available, everywhere: true })}
      />
    </li>
  );
}
