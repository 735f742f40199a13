"use client";

import { chosenOf, type Drink, specialOf } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";
import type { ReactNode } from "react";
import { doubleTaps } from "./double-tap";

/** What is told to the customer and kept in the order's journey. */
const reasons = [
  "The customer changed their mind",
  "Something it needs has run out",
  "The machine is resting",
  "It was ordered twice",
] as const;

export interface Shelf {
  /** Says what it is, for its button. */
  name: string;
  choice?: string;
  available: boolean;
}

interface TicketSheetProps {
  ticket: Ticket;
  drink: Drink | undefined;
  onCancel(reason: string): void;
  onSwitch(shelf: Shelf): void;
  onClose(): void;
}

/** What else can be done about a ticket, each with one tap: to cancel it, to take what has run out off the menu. */
export function TicketSheet({ ticket, drink, onCancel, onSwitch, onClose }: TicketSheetProps) {
  const shelves = drink ? shelvesOf(drink, ticket.drinkOrder?.modifiers ?? []) : [];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Order ${ticket.number}`}>
      <Group name="Cancel it. The customer is told why.">
        {reasons.map((reason) => (
          <Button
            key={reason}
            variant="outline"
            className="min-h-14! w-full"
            // It comes up under the finger that asked for it.
            onClick={(event) => doubleTaps.isSecond(event) || onCancel(reason)}
          >
            {reason}
          </Button>
        ))}
      </Group>
      {shelves.length > 0 && (
        <Group name="Run out? Nobody can order it then.">
          {shelves.map((shelf) => (
            <Button
              key={shelf.name}
              variant="outline"
              className="min-h-14! w-full"
              onClick={(event) => doubleTaps.isSecond(event) || onSwitch(shelf)}
            >
              {`Switch ${shelf.available ? "off" : "on"} ${shelf.name}`}
            </Button>
          ))}
        </Group>
      )}
      <Button variant="plain" size="large" className="mt-4 w-full" onClick={onClose}>
        Keep everything
      </Button>
    </Dialog>
  );
}

/** The drink, and of its choices those that bring something into the cup or were asked for. */
function shelvesOf(drink: Drink, modifiers: readonly string[]): Shelf[] {
  const special = specialOf(drink, modifiers);
  const choices = chosenOf(drink, modifiers).filter(
    (choice) => choice.milk || choice.adds || special.includes(choice),
  );
  return [
    { name: drink.name, available: drink.available },
    ...choices.map(({ id, name, available }) => ({ name, choice: id, available })),
  ];
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="not-first:mt-6">
      <h3 className="mb-2 font-sans font-semibold text-soft">{name}</h3>
      <div className="grid gap-2">{children}</div>
    </section>
  );
}
