import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { Clock } from "../clock";
import type { HttpRequest, Operation, Service } from "../service";
import { callerOf, currentCaller } from "./caller";
import type { Faults } from "./faults";
import { faultyTarget } from "./faulty-target";
import { strike } from "./strike";

export interface FaultyPlace {
  readonly faults: Faults;
  readonly clock: Clock;
  /** Ends the worker of a function as a crash would. */
  endFunction(name: string): void;
}

/** The same service, each of its calls and deliveries struck by the faults that are set for it. */
export function withFaults<S extends Service>(service: S, place: FaultyPlace): S {
  const { operations, target, handle } = service;
  return {
    ...service,
    ...(operations && { operations: faultyOperations(service.name, operations, place) }),
    ...(target && { target: faultyTarget(service.name, target, place) }),
    ...(handle && {
      handle: (request: HttpRequest, response: ServerResponse) =>
        handleOrStrike(service.name, handle, place, request, response),
    }),
  };
}

function faultyOperations(
  service: string,
  operations: Readonly<Record<string, Operation>>,
  place: FaultyPlace,
): Record<string, Operation> {
  const faulty = (name: string, run: Operation): Operation => {
    return async (input) => {
      const carryOut = async () => run(input);
      if (!place.faults.concern(service)) return carryOut();
      const caller = currentCaller.getStore();
      const text = () => JSON.stringify(input);
      const fault = place.faults.strike({ service, operation: name, caller, text });
      if (fault === undefined) return carryOut();
      return strike(fault, { ...place, service, caller, input }, carryOut);
    };
  };
  return new Proxy(operations, {
    get(known, name: string) {
      const run = known[name];
      return run && faulty(name, run);
    },
  });
}

/** The paths that stand for an operation: Lambda's Invoke and AppSync's Publish. */
function restOperation({ method, url }: HttpRequest): string | undefined {
  if (method !== "POST") return undefined;
  if (url.pathname === "/event") return "Publish";
  return url.pathname.endsWith("/invocations") ? "Invoke" : undefined;
}

async function handleOrStrike(
  service: string,
  handle: NonNullable<Service["handle"]>,
  place: FaultyPlace,
  request: HttpRequest,
  response: ServerResponse,
): Promise<boolean> {
  const operation = place.faults.concern(service) ? restOperation(request) : undefined;
  if (operation === undefined) return handle(request, response);
  const caller = callerOf(request);
  const text = () => request.body.toString();
  const fault = place.faults.strike({ service, operation, caller, text });
  if (fault === undefined) return handle(request, response);
  // Whoever is never answered must not see the beginning of an answer.
  const isUnheard = fault.mode === "drop-answer" || fault.mode === "kill-caller";
  const written = isUnheard ? unheardResponse() : response;
  const victim = { ...place, service, caller, input: undefined };
  return strike(fault, victim, () => handle(request, written));
}

/** Takes an answer that reaches nobody. */
export function unheardResponse(): ServerResponse {
  return new ServerResponse(new IncomingMessage(new Socket()));
}
