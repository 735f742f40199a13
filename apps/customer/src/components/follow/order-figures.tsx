import { type Line, placeInLine } from "@serverlesspresso/contracts/line";
import type { Order } from "@serverlesspresso/contracts/order";
import { Figure, Figures, InFigures } from "./figures";
import { PlaceInLine } from "./place-in-line";
import { tookFigures } from "./wait-text";

interface OrderFiguresProps {
  order: Order;
  /** The line that it waits in, once it is known; null if it cannot be read. */
  line: Line | null | undefined;
}

/** What there is to know besides where the order stands: how long yet, what to show, how long it took. */
export function OrderFigures({ order, line }: OrderFiguresProps) {
  if (order.state === "COMPLETED") return <InFigures>Show this number at the counter.</InFigures>;
  if (order.state === "COLLECTED") return <Past order={order} />;
  const place = line ? placeInLine(line, order.number) : null;
  return (
    <PlaceInLine
      place={place}
      isUnread={line === null}
      toldAt={line?.serverTime}
      isMade={order.state === "MAKING"}
    />
  );
}

function Past({ order: { submittedAt, completedAt, baristaName } }: Pick<OrderFiguresProps, "order">) {
  if (submittedAt === null || completedAt === null) return null;
  return (
    <Figures>
      <Figure name="Ready after" figure={tookFigures(submittedAt, completedAt)} />
      {baristaName && <Figure name="Made by" figure={baristaName} />}
    </Figures>
  );
}
