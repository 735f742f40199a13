"use client";

import type { Drink, Menu } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";
import { BarRows } from "./bar-rows";
import type { DayRows, FigureRow } from "./day-rows";
import { FigureSection } from "./figure-section";
import { HoursChart } from "./hours-chart";
import { spokenWait } from "./wait-text";

interface DayChartsProps {
  rows: DayRows;
  menu: Menu;
}

/** The day by the hour, by drink, and by what went wrong. */
export default function DayCharts({ rows: { hours, drinks, endings }, menu }: DayChartsProps) {
  const byId = new Map<string, Drink>(menu.drinks.map((drink) => [drink.id, drink]));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      {hours.length > 0 && (
        <FigureSection
          title="By the hour"
          of="Hour"
          caption="Orders of each hour, and how long they took"
          rows={hours}
          legend={<HoursLegend />}
        >
          <HoursChart hours={hours} summary={summaryOf("By the hour", hours)} />
        </FigureSection>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-10">
        {drinks.length > 0 && (
          <FigureSection
            title="By drink"
            of="Drink"
            caption="Orders of each drink, and how long they took"
            rows={drinks}
            legend={
              <p className="mb-4 text-note text-soft">
                Beside a name: half waited at most · nine of ten at most.
              </p>
            }
          >
            <BarRows
              rows={drinks}
              summary={summaryOf("By drink", drinks)}
              picture={(id) => <DrinkPicture drink={byId.get(id)} />}
            />
          </FigureSection>
        )}
        {endings.length > 0 && (
          <FigureSection
            title="Without a drink"
            of="Why"
            caption="Orders that ended without a drink, and why"
            rows={endings}
            waits={false}
          >
            <BarRows rows={endings} summary={summaryOf("Without a drink", endings)} />
          </FigureSection>
        )}
      </div>
    </div>
  );
}

function DrinkPicture({ drink }: { drink: Drink | undefined }) {
  return drink ? <Cup drink={drink} size={44} steaming={false} /> : null;
}

/** The marks of the picture below: a glass, a dot, a ring. */
function HoursLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 text-note text-soft">
      <li>A glass: orders</li>
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-3 rounded-full border-2 border-ink bg-copper" />
        half waited at most
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-3 rounded-full border-2 border-ink" />
        nine of ten at most
      </li>
    </ul>
  );
}

/** A chart in words: every figure of it, as its table tells it. */
function summaryOf(title: string, rows: readonly FigureRow[]): string {
  const told = rows
    .filter(({ orders }) => orders > 0)
    .map(({ name, orders, wait }) => {
      const waits = wait ? `, half within ${spokenWait(wait.p50Seconds)}` : "";
      return `${name}: ${orders}${waits}`;
    });
  return `${title}. ${told.join("; ")}.`;
}
