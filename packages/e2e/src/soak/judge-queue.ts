import { slopeOf } from "./readings";
import type { Rush } from "./rush";
import type { Watched } from "./watch-queue";

/** At the day's 720 orders an hour, a page that kept a third of a kilobyte of each would add so much. */
const mostBytesAnHour = 250_000;
/** Between the first and the last look at an empty queue. */
const mostNodesLeft = 200;
const mostListenersLeft = 20;

/** What was wrong with a day behind the bar, in words. */
export function judgeQueue(
  { orders, trouble }: Pick<Rush, "orders" | "trouble">,
  { seen, readings, faults }: Pick<Watched, "seen" | "readings" | "faults">,
): string[] {
  const bytes = slopeOf(readings, ({ heapBytes }) => heapBytes);
  const [first, last] = [readings[0], readings.at(-1)];
  const nodes = (last?.nodes ?? Number.NaN) - (first?.nodes ?? Number.NaN);
  const listeners = (last?.listeners ?? Number.NaN) - (first?.listeners ?? Number.NaN);
  const unseen = orders.filter(({ number }) => !seen.has(number)).map(({ number }) => number);
  return [
    ...faults,
    ...trouble.map((error) => `An order failed: ${error}`),
    ...(unseen.length > 0 ? [`Never on the screen: ${unseen}.`] : []),
    // Too few readings give no number, which is no proof either.
    ...(bytes <= mostBytesAnHour ? [] : [`The heap grows by ${(bytes / 1e6).toFixed(2)} MB an hour.`]),
    ...(nodes <= mostNodesLeft ? [] : [`${nodes} nodes stayed.`]),
    ...(listeners <= mostListenersLeft ? [] : [`${listeners} listeners stayed.`]),
    ...(last?.shown === 0 ? [] : [`${last?.shown} orders are shown after the last was collected.`]),
  ];
}
