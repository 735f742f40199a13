import type { Drink } from "@serverlesspresso/contracts/menu";
import type { BoardOrder } from "@serverlesspresso/contracts/order";
import { Check } from "lucide-react";
import type { CellStyle } from "./board-grid";
import { Newest } from "./newest";
import { NumberGrid } from "./number-grid";

/** The smallest has figures of 108 px at 1080p. */
const styles: readonly [CellStyle, ...CellStyle[]] = [
  { size: 18, extraWidth: 0.95, extraHeight: 0.42, shows: "cup" },
  { size: 13, extraWidth: 0.95, extraHeight: 0.5, shows: "cup" },
  { size: 12, extraWidth: 0.3, extraHeight: 0.5, shows: "name" },
  { size: 9.4, extraWidth: 0.25, extraHeight: 0.24, shows: "number" },
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
    <section
      aria-label="Ready"
      className="board-ready flex min-h-0 flex-col border-hairline py-8 portrait:border-b landscape:border-x landscape:px-10"
    >
      <div className="flex items-center gap-4 pb-6 text-ready">
        <Check aria-hidden className="size-14" strokeWidth={3.2} />
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
