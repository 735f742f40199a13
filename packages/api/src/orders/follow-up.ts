import { errorFields, log } from "../log";
import type { Ports } from "../ports";
import { returnPlaces } from "../qr-code/return-places";
import type { FollowUp, OrderRef, Outcome } from "./order-row";

export type FollowUpPorts = Pick<Ports, "orders" | "validator" | "bus" | "workflow" | "clock">;

/** Ends a wait of the workflow; fine if it is over already. */
export function endWait(workflow: Ports["workflow"], taskToken: string, outcome: Outcome): Promise<void> {
  return outcome === "success" ? workflow.succeed(taskToken) : workflow.fail(taskToken, outcome);
}

/** Does what a change of the row owes and takes it off the row; throws if anything of it failed. */
export async function runFollowUp(
  ports: FollowUpPorts,
  ref: OrderRef,
  id: string,
  followUp: FollowUp,
): Promise<void> {
  const { event, token, places } = followUp;
  await Promise.all([
    event && ports.bus.put(event),
    token && endWait(ports.workflow, token.taskToken, token.outcome),
    places && returnPlaces(ports, ref, places),
  ]);
  await ports.orders.removeFollowUp(ref, id);
}

/** As `runFollowUp`, but a failure is left to the sweeper: the row has decided, so the change holds. */
export async function tryFollowUp(
  ports: FollowUpPorts,
  ref: OrderRef,
  id: string,
  followUp: FollowUp | null,
): Promise<void> {
  if (followUp === null) return;
  try {
    await runFollowUp(ports, ref, id, followUp);
  } catch (error) {
    log("warn", "follow-up left to the sweeper", { ...ref, followUp: id, ...errorFields(error) });
  }
}
