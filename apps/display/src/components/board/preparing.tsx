import type { Drink } from "@serverlesspresso/contracts/menu";
import type { BoardOrder } from "@serverlesspresso/contracts/order";
import type { CellStyle } from "./board-grid";
import { NumberGrid } from "./number-grid";

/** The smallest still has figures of 103 px at 1080p: an inch for every ten feet, twenty feet away. */
const styles: readonly [CellStyle, ...CellStyle[]] = [
  { size: 13, extraWidth: 1.1, extraHeight: 0.55, shows: "cup and name", cup: 0.85 },
  { size: 9.9, extraWidth: 0.84, extraHeight: 0.55, shows: "cup and name", cup: 0.68 },
  { size: 9.7, extraWidth: 0.84, extraHeight: 0.3, shows: "cup", cup: 0.68 },
  { size: 9.7, extraWidth: 0.2, extraHeight: 0.3, shows: "number", cup: 0 },
];

interface PreparingProps {
  orders: readonly BoardOrder[];
  drinks: ReadonlyMap<string, Drink>;
  now: number;
  stale: boolean;
}

/** What has been ordered and is not ready. */
export function Preparing({ orders, drinks, now, stale }: PreparingProps) {
  return (
    <section
      aria-label="Preparing"
      className={`board-preparing flex min-h-0 flex-col ${stale ? "text-soft" : ""}`}
    >
      <div className="flex items-baseline justify-between pb-6">
        <h2 className="font-bold text-number">Preparing</h2>
        <p className="numerals text-title">{orders.length}</p>
      </div>
      <NumberGrid orders={orders} drinks={drinks} styles={styles} now={now} empty="Nothing at the moment." />
    </section>
  );
}
