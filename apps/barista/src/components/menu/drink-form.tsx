"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import { Button } from "@serverlesspresso/ui/button";
import { ChipGroup } from "@serverlesspresso/ui/chip-group";
import { ChipSet } from "@serverlesspresso/ui/chip-set";
import { Cup } from "@serverlesspresso/ui/cup";
import { Switch } from "@serverlesspresso/ui/switch";
import { TextField } from "@serverlesspresso/ui/text-field";
import { AddByName } from "./add-by-name";
import { newGroup, replaceAt, withoutAt } from "./edit-drinks";
import { GroupEditor } from "./group-editor";
import { allergens, temperatures } from "./menu-words";
import { type Problem, problemAt, problemUnder } from "./problem-at";
import { RecipeEditor } from "./recipe-editor";
import { focusHome } from "./use-focus-home";
import { VesselPicker } from "./vessel-picker";

const mostOptions = 6;
const mostLetters = { name: 40, description: 120 };

interface DrinkFormProps {
  drink: Drink;
  drinks: readonly Drink[];
  /** Customers have it already: it is switched off and on for them at once, elsewhere. */
  published: boolean;
  problem: Problem | null;
  onChange(drink: Drink): void;
  onRemove(): void;
}

/** All that a drink is; the cup is drawn anew with every change. */
export function DrinkForm({ drink, drinks, published, problem, onChange, onRemove }: DrinkFormProps) {
  const set = (changes: Partial<Drink>) => onChange({ ...drink, ...changes });
  return (
    <section
      {...focusHome}
      aria-label={drink.name || "No name yet"}
      className="relative min-w-0 flex-1 scroll-mt-2 md:overflow-y-auto"
    >
      <h2 className="sr-only">{drink.name || "No name yet"}</h2>
      <div className="flex justify-center border-ink border-b-2">
        <Cup drink={drink} size={230} standing className="-mt-6" />
      </div>
      <div className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6 p-4 md:p-6">
        <div className="grid gap-2">
          <TextField
            label="Name"
            value={drink.name}
            maxLength={mostLetters.name}
            autoComplete="off"
            error={problemAt(problem, ["name"])}
            onChange={({ target }) => set({ name: target.value })}
          />
          <TextField
            label="Description"
            hint="One line that customers read below the cup."
            value={drink.description}
            maxLength={mostLetters.description}
            autoComplete="off"
            onChange={({ target }) => set({ description: target.value })}
          />
        </div>
        <ChipGroup
          name="Temperature"
          items={temperatures}
          value={drink.temperature}
          onChange={(temperature) => set({ temperature })}
        />
        <VesselPicker drink={drink} onChange={(vessel) => set({ vessel })} />
        <RecipeEditor recipe={drink.recipe} onChange={(recipe) => set({ recipe })} />
        <ChipSet
          name="Allergens, whatever is chosen"
          items={allergens}
          value={drink.allergens}
          onChange={(next) => set({ allergens: next })}
        />
        <Options drink={drink} drinks={drinks} problem={problem} onChange={onChange} />
        <div className="flex flex-wrap items-center gap-4 border-hairline border-t pt-6">
          {!published && <FirstSale drink={drink} onChange={onChange} />}
          <Button variant="danger" onClick={onRemove}>
            Take {drink.name || "it"} off the menu
          </Button>
        </div>
      </div>
    </section>
  );
}

type OptionsProps = Pick<DrinkFormProps, "drink" | "drinks" | "problem" | "onChange">;

function Options({ drink, drinks, problem, onChange }: OptionsProps) {
  const { options } = drink;
  const setOptions = (next: Drink["options"]) => onChange({ ...drink, options: next });
  return (
    <section aria-label="Options" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h3 className="font-bold text-lead">Options</h3>
      {options.map((group, at) => (
        <GroupEditor
          key={group.id}
          group={group}
          drink={drink}
          drinks={drinks}
          problem={problemUnder(problem, "options", at)}
          onChange={(next) => setOptions(replaceAt(options, at, next))}
          onRemove={() => setOptions(withoutAt(options, at))}
        />
      ))}
      {options.length < mostOptions && (
        <AddByName what="option" onAdd={(name) => setOptions([...options, newGroup(name, drink, drinks)])} />
      )}
    </section>
  );
}

function FirstSale({ drink, onChange }: Pick<DrinkFormProps, "drink" | "onChange">) {
  return (
    <div className="flex flex-1 items-center gap-3">
      <Switch
        label="On sale once it is published"
        checked={drink.available}
        onChange={(available) => onChange({ ...drink, available })}
      />
      <span aria-hidden>On sale once it is published</span>
    </div>
  );
}
