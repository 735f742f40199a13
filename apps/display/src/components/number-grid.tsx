"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import type { BoardOrder } from "@serverlesspresso/contracts/order";
import { type CellStyle, fitGrid, pageAt } from "./board-grid";
import { NumberCell } from "./number-cell";
import { usePlaces } from "./use-places";
import { useRoom } from "./use-room";

/** Each page of a full board stands this long. */
const turnSeconds = 7;

interface NumberGridProps {
  orders: readonly BoardOrder[];
  drinks: ReadonlyMap<string, Drink>;
  styles: readonly [CellStyle, ...CellStyle[]];
  /** Milliseconds of the server's clock. */
  now: number;
  fresh?: string | undefined;
  empty: string;
}

/** Numbers in stable places, as big as fits; in pages once they would be too small to read. */
export function NumberGrid({ orders, drinks, styles, now, fresh, empty }: NumberGridProps) {
  const [measure, measured] = useRoom();
  const room = {
    ...(measured ?? { width: 0, height: 0, unit: 16 }),
    digits: Math.max(2, ...orders.map(({ number }) => String(number ?? 0).length)),
  };
  const pagesFor = (count: number) => Math.ceil(count / fitGrid(count, room, styles).perPage);
  const places = usePlaces(orders, pagesFor);
  const grid = fitGrid(places.length, room, styles);
  const page = pageAt(now, places.length, grid.perPage, turnSeconds);
  const first = page.index * grid.perPage;
  const elsewhere = places.filter(
    (order, place) => order && (place < first || place >= first + grid.perPage),
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div ref={measure} className="min-h-0 flex-1 overflow-hidden">
        {orders.length === 0 && <p className="text-lead text-soft">{empty}</p>}
        {measured && (
          <ul
            className="grid h-full"
            style={{
              gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
              gridTemplateRows: `repeat(${grid.rows}, minmax(0, 1fr))`,
            }}
          >
            {places
              .slice(first, first + grid.perPage)
              .map(
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
                    />
                  ),
              )}
          </ul>
        )}
      </div>
      {page.count > 1 && <Pages index={page.index} count={page.count} more={elsewhere.length} />}
    </div>
  );
}

interface PagesProps {
  index: number;
  count: number;
  more: number;
}

function Pages({ index, count, more }: PagesProps) {
  const pages = Array.from({ length: count }, (_, page) => page);
  return (
    <p className="flex items-center gap-4 pt-2 font-semibold text-lead">
      <span className="numerals">+{more}</span>
      <span aria-hidden className="flex gap-2">
        {pages.map((page) => (
          <span key={page} className={`h-2 w-8 rounded-full ${page === index ? "bg-ink" : "bg-hairline"}`} />
        ))}
      </span>
    </p>
  );
}
