import type { Drink } from "@serverlesspresso/contracts/menu";
import type { BoardOrder } from "@serverlesspresso/contracts/order";
import { Cup } from "@serverlesspresso/ui/cup";
import type { CSSProperties } from "react";
import type { CellStyle } from "./board-grid";

/** How full the cup of an order is drawn: it fills as the order moves on. */
function fillOf(state: BoardOrder["state"]): number {
  if (state === "SUBMITTED") return 0.12;
  return state === "MAKING" ? 0.55 : 1;
}

function freshLook(fresh: boolean, lifted: boolean): string {
  if (!fresh) return "";
  if (!lifted) return "text-ready";
  return "z-10 w-fit origin-left scale-120 rounded-edge bg-ready px-[0.1em] pb-[0.05em] text-on-accent";
}

interface NumberCellProps {
  order: BoardOrder;
  drink: Drink | undefined;
  cell: CellStyle;
  /** Column and row on this page, from 0. */
  column: number;
  row: number;
  /** It became ready a moment ago. */
  fresh: boolean;
  /** A fresh one is enlarged where it stands: there is no room for it elsewhere. */
  lifted: boolean;
}

/** One order on the board: its number, and where there is room its cup, both on the counter, and its drink. */
export function NumberCell({ order, drink, cell, column, row, fresh, lifted }: NumberCellProps) {
  const style: CSSProperties = {
    gridColumn: column + 1,
    gridRow: row + 1,
    fontSize: `${cell.size}rem`,
  };
  return (
    <li style={style} className={`number-comes min-w-0 self-start ${freshLook(fresh, lifted)}`}>
      <div className="counter-height flex items-end gap-[0.12em]">
        <span className="numerals figure-height">{order.number}</span>
        {cell.shows !== "number" && drink && (
          <Cup
            drink={drink}
            modifiers={order.drinkOrder?.modifiers ?? []}
            size={`${cell.cup}em`}
            fill={fillOf(order.state)}
            standing
            className="shrink-0"
          />
        )}
      </div>
      {cell.shows === "cup and name" && drink && (
        <p className="mt-[0.7rem] truncate pr-4 font-semibold text-soft text-title">{drink.name}</p>
      )}
    </li>
  );
}
