"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { useRef, useState } from "react";
import { DrinkForm } from "./drink-form";
import { DrinkList } from "./drink-list";
import { replaceAt, withoutAt } from "./edit-drinks";
import { problemUnder } from "./problem-at";
import type { DraftEditing } from "./use-draft-editing";
import { focusHome, useFocusHome } from "./use-focus-home";

interface MenuEditorProps {
  editing: DraftEditing;
  /** What customers have on their phones now. */
  published: readonly Drink[];
}

/** The draft under one's hands: the drinks on one side, one of them on the other. */
export function MenuEditor({ editing, published }: MenuEditorProps) {
  const { drinks, problem, change } = editing;
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    drinks.findIndex(({ id }) => id === chosen),
    0,
  );
  const drink = drinks[at];
  const form = useRef<HTMLDivElement>(null);
  useFocusHome(form);

  function choose(id: string): void {
    setChosen(id);
    // On a narrow screen the drink stands below the list.
    if (window.matchMedia("(min-width: 48rem)").matches) return;
    requestAnimationFrame(() => form.current?.scrollIntoView({ block: "start" }));
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <DrinkList
        drinks={drinks}
        published={published}
        chosen={drink?.id ?? null}
        onChoose={choose}
        onChange={change}
      />
      <div ref={form} {...focusHome} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
        {drink ? (
          <DrinkForm
            key={drink.id}
            drink={drink}
            drinks={drinks}
            published={published.some(({ id }) => id === drink.id)}
            problem={problemUnder(problem, at)}
            onChange={(next) => change(replaceAt(drinks, at, next))}
            onRemove={() => change(withoutAt(drinks, at))}
          />
        ) : (
          <EmptyState title="No drinks yet">
            <p>Type the name of the first one.</p>
          </EmptyState>
        )}
      </div>
    </div>
  );
}
