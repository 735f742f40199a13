"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import type { BoardOrder } from "@serverlesspresso/contracts/order";
import type { ReactNode } from "react";
import { type CellStyle, fitGrid, pageAt } from "./board-grid";
import { NumberCell } from "./number-cell";
import { PageMarks } from "./page-marks";
import { usePlaces } from "./use-places";
import { useRoom } from "./use-room";

/** Each page of a full board stands this long. */
const turnSeconds = 7;
/** Room for the marks below a board of several pages, in the display's unit. */
const marksSize = 3;

interface NumberGridProps {
  orders: readonly BoardOrder[];
  drinks: ReadonlyMap<string, Drink>;
  styles: readonly [CellStyle, ...CellStyle[]];
  /** Milliseconds of the server's clock. */
  now: number;
  /** The order that is new here; its page is shown. */
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
  const [measure, measured] = useRoom();
  const { width, height, unit } = measured ?? { width: 0, height: 0, unit: 16 };
  const digits = Math.max(2, ...orders.map(({ number }) => String(number ?? 0).length));
  const gridFor = (count: number) => {
    const small = fitGrid(count, { width, height: height - footSize * unit, unit, digits }, styles);
    if (small.perPage >= count) return { ...small, footed: footSize > 0 };
    const room = { width, height: height - marksSize * unit, unit, digits };
    return { ...fitGrid(count, room, styles), footed: false };
  };
  const places = usePlaces(orders, (count) => Math.ceil(count / gridFor(count).perPage));
  const grid = gridFor(places.length);
  const turned = pageAt(now, places.length, grid.perPage, turnSeconds);
  const freshPlace = places.findIndex((order) => order && order.id === fresh);
  const index = freshPlace === -1 ? turned.index : Math.floor(freshPlace / grid.perPage);
  const shown = places.slice(index * grid.perPage, (index + 1) * grid.perPage);
  const tracks = (count: number) => `repeat(${count}, minmax(0, 1fr))`;
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
                className="counter-height col-span-full border-current border-b-3 opacity-80"
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
      {turned.count > 1 && (
        <PageMarks
          index={index}
          count={turned.count}
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
