import type { Drink } from "@serverlesspresso/contracts/menu";
import type { BoardOrder } from "@serverlesspresso/contracts/order";
import type { CellStyle } from "./board-grid";
import { NumberGrid } from "./number-grid";

/** The smallest still has figures of 104 px at 1080p: an inch for every ten feet, twenty feet away. */
const styles: readonly [CellStyle, ...CellStyle[]] = [
  { size: 13, extraWidth: 1.15, extraHeight: 0.52, shows: "cup" },
  { size: 10.5, extraWidth: 1.15, extraHeight: 0.55, shows: "cup" },
  { size: 10.5, extraWidth: 0.4, extraHeight: 0.55, shows: "name" },
  { size: 9, extraWidth: 0.25, extraHeight: 0.24, shows: "number" },
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
      className={`board-preparing flex min-h-0 flex-col py-8 ${stale ? "text-soft" : ""}`}
    >
      <div className="flex items-baseline justify-between pb-6">
        <h2 className="font-bold text-number">Preparing</h2>
        <p className="numerals text-soft text-title">{orders.length}</p>
      </div>
      <NumberGrid orders={orders} drinks={drinks} styles={styles} now={now} empty="Nothing at the moment." />
    </section>
  );
}
