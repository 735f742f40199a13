import { StatePage } from "@serverlesspresso/ui/state-page";

/** Nothing is known yet, and the shop does not answer: nobody stands here to press a button. */
export function Offline() {
  return (
    <StatePage title="The board is not connected.">
      <p>It is tried again every few seconds. Please ask at the counter.</p>
    </StatePage>
  );
}
