import { AwsError } from "../aws-error";
import type { Target } from "../service";
import type { FaultyPlace } from "./faulty-service";
import { pause, strike } from "./strike";

/** What delivering an event to a target of a service comes to. */
const operations: Record<string, string> = {
  states: "StartExecution",
  lambda: "Invoke",
  sqs: "SendMessage",
  logs: "PutLogEvents",
};

/**
 * The same target, reached late, twice, in another order or not at all. An event that is held back
 * is still owed: after a crash it is delivered at the next start.
 */
export function faultyTarget(service: string, target: Target, place: FaultyPlace): Target {
  const { faults, clock } = place;
  const callTarget = async (arn: string, input: string): Promise<void> => {
    const operation = operations[service];
    const call = { service, operation: operation ?? "", text: () => input };
    const fault = operation === undefined ? undefined : faults.strike(call);
    const carryOut = () => target.deliver(arn, input);
    if (fault === undefined) return carryOut();
    return strike(fault, { ...place, service, caller: undefined, input: undefined }, carryOut);
  };
  return {
    accepts: (arn) => target.accepts(arn),
    async deliver(arn, input) {
      const text = () => `${arn} ${input}`;
      const struck = faults.strikeAll({ service: "events", operation: "Deliver", text });
      for (const fault of struck) {
        if (fault.mode === "late") await pause(clock, fault.seconds);
        if (fault.mode === "shuffle") await pause(clock, fault.seconds * faults.random());
      }
      if (struck.some(({ mode }) => mode === "dead-letter")) {
        throw new AwsError("NO_RESOURCE", "injected: the target is out of reach");
      }
      await callTarget(arn, input);
      // Nothing is owed any more: what becomes of the copy is nobody's matter.
      if (struck.some(({ mode }) => mode === "twice")) callTarget(arn, input).catch(() => {});
    },
  };
}
