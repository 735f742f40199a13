import type { FigureRow } from "./day-rows";
import { waitText } from "./wait-text";

export interface FigureTableProps {
  /** What the rows are: "Hour", "Drink". */
  of: string;
  caption: string;
  rows: readonly FigureRow[];
  /** Rows that never had anybody waiting have no such columns. */
  waits?: boolean;
}

const figureLook = "py-2 pl-4 text-right tabular-nums";

/** What a chart shows, figure by figure. */
export function FigureTable({ of, caption, rows, waits = true }: FigureTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-note text-soft">
          <tr className="border-hairline border-b text-left align-bottom">
            <th scope="col" className="py-2 font-semibold">
              {of}
            </th>
            <th scope="col" className={`${figureLook} font-semibold`}>
              Orders
            </th>
            {waits && (
              <>
                <th scope="col" className={`${figureLook} font-semibold`}>
                  Ready
                </th>
                <th scope="col" className={`${figureLook} font-semibold`}>
                  Half within
                </th>
                <th scope="col" className={`${figureLook} font-semibold`}>
                  Nine of ten within
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} waits={waits} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row: { name, orders, wait }, waits }: { row: FigureRow; waits: boolean }) {
  return (
    <tr className="border-hairline border-b">
      <th scope="row" className="py-2 text-left font-normal">
        {name}
      </th>
      <td className={figureLook}>{orders}</td>
      {waits && (
        <>
          <td className={figureLook}>{wait?.count ?? 0}</td>
          <td className={figureLook}>{waitText(wait?.p50Seconds ?? null)}</td>
          <td className={figureLook}>{waitText(wait?.p90Seconds ?? null)}</td>
        </>
      )}
    </tr>
  );
}
