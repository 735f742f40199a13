import { allergensOf, type Choice, type OptionGroup } from "@serverlesspresso/contracts/menu";
import { memo, startTransition, useOptimistic } from "react";
import { Button } from "./button";
import { ChoiceGroup } from "./choice-group";
import { Cup } from "./cup";
import { colourOfChoice } from "./cup-colour";
import type { Picked } from "./picked-drink";

interface DrinkPanelProps {
  picked: Picked;
  disabled: boolean;
  /** The same one by identity. Called in a transition: what it sets is drawn when there is time. */
  onChoose(groupId: string, choiceId: string): void;
  /** Back up to the shelf, where that is above. */
  onOthers(): void;
}

/** The drink that was taken, cut open, and how it can be had. Drawn anew for another picture of it only. */
export const DrinkPanel = memo(function DrinkPanel(props: DrinkPanelProps) {
  const { picked, disabled, onChoose, onOthers } = props;
  const { drink, modifiers, groups } = picked;
  const allergens = allergensOf(drink, modifiers);
  return (
    <section aria-label={drink.name}>
      <div className="-mx-5 flex justify-center border-ink border-b-2 lg:mx-0">
        <Cup drink={drink} modifiers={modifiers} size={264} standing className="-mt-4" />
      </div>
      <div className="mt-5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="wrap-anywhere min-w-0 font-bold text-title">{drink.name}</h2>
        <Button variant="plain" className="-mx-4 lg:hidden" disabled={disabled} onClick={onOthers}>
          Other drinks
        </Button>
      </div>
      <p className="mt-1 text-soft">{drink.description}</p>
      <p className="mt-1 text-note text-soft">
        {allergens.length > 0
          ? `Contains ${allergens.join(", ")}.`
          : "Contains none of the allergens we list."}
      </p>
      <fieldset disabled={disabled} className="mt-6 grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
        <legend className="sr-only">How you have it</legend>
        {groups.map((one) => (
          <Options key={one.group.id} {...one} onChoose={onChoose} />
        ))}
      </fieldset>
    </section>
  );
});

interface OptionsProps {
  group: OptionGroup;
  picked: Choice | null;
  missing: Choice | null;
  onChoose(groupId: string, choiceId: string): void;
}

/** Drawn again only for a choice in it. Its row answers the tap; the cup and all else that changes come after. */
const Options = memo(function Options({ group, picked, missing, onChoose }: OptionsProps) {
  const [value, show] = useOptimistic(picked?.id ?? "");
  const items = group.choices.map((choice) => ({
    id: choice.id,
    name: choice.name,
    available: choice.available,
    colour: colourOfChoice(choice),
    note: choice.allergens.join(", "),
  }));
  return (
    <ChoiceGroup
      name={group.name}
      items={items}
      value={value}
      onChange={(id) =>
        startTransition(() => {
          show(id);
          onChoose(group.id, id);
        })
      }
      notice={missing && `${missing.name} is sold out just now`}
    />
  );
});
