import type { Drink } from "@serverlesspresso/contracts/menu";
import type { BoardOrder } from "@serverlesspresso/contracts/order";
import { Check } from "lucide-react";
import type { CellStyle } from "./board-grid";
import { Newest } from "./newest";
import { NumberGrid } from "./number-grid";

/** The smallest has figures of 103 px at 1080p. */
const styles: readonly [CellStyle, ...CellStyle[]] = [
  { size: 17, extraWidth: 1, extraHeight: 0.45, shows: "cup and name", cup: 0.85 },
  { size: 12, extraWidth: 1, extraHeight: 0.55, shows: "cup and name", cup: 0.85 },
  { size: 9.9, extraWidth: 0.84, extraHeight: 0.55, shows: "cup and name", cup: 0.68 },
  { size: 9.7, extraWidth: 0.84, extraHeight: 0.3, shows: "cup", cup: 0.68 },
  { size: 9.7, extraWidth: 0.2, extraHeight: 0.3, shows: "number", cup: 0 },
];

/** The room that is kept for the newest, in the display's unit. */
const newestSize = 19;

interface ReadyProps {
  orders: readonly BoardOrder[];
  newest: BoardOrder | null;
  drinks: ReadonlyMap<string, Drink>;
  now: number;
  stale: boolean;
}

/** What waits on the counter; room is kept below it for the one that has just come. */
export function Ready({ orders, newest, drinks, now, stale }: ReadyProps) {
  const drinkOf = (order: BoardOrder) => drinks.get(order.drinkOrder?.drink ?? "");
  return (
    <section aria-label="Ready" className="board-ready flex min-h-0 flex-col">
      <div className="flex items-baseline gap-4 pb-6 text-ready">
        <Check aria-hidden className="size-14 self-center" strokeWidth={3.2} />
        <h2 className="font-bold text-number">Ready</h2>
        <p className="numerals ml-auto text-title">{orders.length}</p>
      </div>
      <div className={`flex min-h-0 flex-1 flex-col ${stale ? "text-soft" : ""}`}>
        <NumberGrid
          orders={orders}
          drinks={drinks}
          styles={styles}
          now={now}
          fresh={newest?.id}
          empty="Nothing waits on the counter."
          foot={newest && <Newest key={newest.id} order={newest} drink={drinkOf(newest)} />}
          footSize={newestSize}
        />
      </div>
    </section>
  );
}
