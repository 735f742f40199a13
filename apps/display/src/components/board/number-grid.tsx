"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import type { BoardOrder } from "@serverlesspresso/contracts/order";
import type { ReactNode } from "react";
import { type CellStyle, fitGrid, numberOnly, pageAt } from "./board-grid";
import { NumberCell } from "./number-cell";
import { PageMarks } from "./page-marks";
import { usePlaces } from "./use-places";
import { useRoom } from "./use-room";

/** Each page of a full board stands this long. */
const turnSeconds = 6;
/** Room for the marks below a board of several pages, in the display's unit. */
const marksSize = 3;

interface NumberGridProps {
  orders: readonly BoardOrder[];
  /** None, where the shop wishes only numbers. */
  drinks: ReadonlyMap<string, Drink>;
  styles: readonly [CellStyle, ...CellStyle[]];
  /** Milliseconds of the server's clock. */
  now: number;
  /** The order that is new here. */
  fresh?: string | undefined;
  empty: string;
  /** What may stand below the numbers, in room that is kept for it as long as they fit on one page. */
  foot?: ReactNode;
  footSize?: number;
}

/** The rows in which something stands. */
function countersOf(places: readonly unknown[], columns: number): number[] {
  const rows = Array.from({ length: Math.ceil(places.length / columns) }, (_, row) => row);
  return rows.filter((row) => places.slice(row * columns, (row + 1) * columns).some(Boolean));
}

/** Numbers in stable places, as big as fits; in pages once they would be too small to read. */
export function NumberGrid(props: NumberGridProps) {
  const { orders, drinks, styles, now, fresh, empty, foot, footSize = 0 } = props;
  const [largest, ...smaller] = styles;
  const cells: typeof styles = drinks.size > 0 ? styles : [numberOnly(largest), ...smaller.map(numberOnly)];
  const [measure, measured] = useRoom();
  const { width, height, unit } = measured ?? { width: 0, height: 0, unit: 16 };
  const digits = Math.max(2, ...orders.map(({ number }) => String(number ?? 0).length));
  const gridFor = (count: number) => {
    const within = (taken: number) =>
      fitGrid(count, { width, height: height - taken * unit, unit, digits }, cells);
    const above = within(footSize);
    if (above.perPage >= count) return { ...above, footed: footSize > 0 };
    const whole = within(0);
    // Pages turn below a new one, too: in a busy hour there always is one.
    return whole.perPage >= count
      ? { ...whole, footed: false }
      : { ...within(footSize + marksSize), footed: footSize > 0 };
  };
  const places = usePlaces(orders, (count) => Math.ceil(count / gridFor(count).perPage));
  const grid = gridFor(places.length);
  const { index, count } = pageAt(now, places.length, grid.perPage, turnSeconds);
  const shown = places.slice(index * grid.perPage, (index + 1) * grid.perPage);
  const tracks = (many: number) => `repeat(${many}, minmax(0, 1fr))`;
  return (
    <div ref={measure} className="flex min-h-0 flex-1 flex-col overflow-hidden">
      {orders.length === 0 && <p className="text-lead text-soft">{empty}</p>}
      {measured && (
        <ul
          className="relative grid min-h-0 flex-1"
          style={{ gridTemplateColumns: tracks(grid.columns), gridTemplateRows: tracks(grid.rows) }}
        >
          {grid.style.shows !== "number" &&
            countersOf(shown, grid.columns).map((row) => (
              <li
                key={`counter ${row}`}
                aria-hidden
                style={{ gridRow: row + 1, fontSize: `${grid.style.size}rem` }}
                className="counter-height col-span-full border-current border-b-[0.1875rem] opacity-80"
              />
            ))}
          {shown.map(
            (order, place) =>
              order && (
                <NumberCell
                  key={order.id}
                  order={order}
                  drink={drinks.get(order.drinkOrder?.drink ?? "")}
                  cell={grid.style}
                  column={place % grid.columns}
                  row={Math.floor(place / grid.columns)}
                  fresh={order.id === fresh}
                  lifted={!grid.footed}
                />
              ),
          )}
        </ul>
      )}
      {count > 1 && (
        <PageMarks
          index={index}
          count={count}
          more={orders.length - shown.filter((order) => order !== null).length}
          height={marksSize}
        />
      )}
      {grid.footed && (
        <div className="shrink-0" style={{ height: `${footSize}rem` }}>
          {foot}
        </div>
      )}
    </div>
  );
}
