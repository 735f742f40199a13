import type { ServerResponse } from "node:http";
import { z } from "zod";
import { AwsError } from "./aws-error";
import type { Clock } from "./clock";
import { FaultPlan } from "./faults/fault";
import type { Faults } from "./faults/faults";
import type { Inbox } from "./mail/inbox";
import type { Meter } from "./meter";
import { parseJsonObject } from "./read-body";
import type { HttpRequest } from "./service";

const longestStepSeconds = 366 * 24 * 60 * 60;
const ClockStep = z.strictObject({ advanceSeconds: z.number().positive().max(longestStepSeconds) });

export interface LocalState {
  /** Whether everything is deployed, seeded and started. */
  readonly ready: () => boolean;
  /** What the apps' `config.json` holds. */
  readonly config: () => Readonly<Record<string, string>>;
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly meter: Meter;
  /** There only where the machine was started with `--faults`. */
  readonly faults: Faults | undefined;
}

/** The machine's own routes below `/_local/`; says whether it took the request. */
export function handleLocalRoute(state: LocalState, request: HttpRequest, response: ServerResponse): boolean {
  const route = `${request.method} ${request.url.pathname}`;
  const { clock } = state;
  switch (route) {
    case "GET /_local/health": {
      const ready = state.ready();
      answer(response, ready ? 200 : 503, { status: ready ? "ready" : "starting" });
      return true;
    }
    case "GET /_local/config":
      answer(response, state.ready() ? 200 : 503, state.config());
      return true;
    case "GET /_local/inbox":
      answer(response, 200, state.inbox.list(request.url.searchParams.get("to") ?? undefined));
      return true;
    case "GET /_local/meter":
      answer(response, 200, state.meter.read());
      return true;
    case "GET /_local/clock":
      answer(response, 200, { now: clock.now() });
      return true;
    case "POST /_local/clock":
      clock.advance(ClockStep.parse(parseJsonObject(request.body)).advanceSeconds);
      answer(response, 200, { now: clock.now() });
      return true;
    case "GET /_local/faults":
      answer(response, 200, faultsOf(state).read());
      return true;
    case "POST /_local/faults":
      faultsOf(state).set(FaultPlan.parse(parseJsonObject(request.body)));
      answer(response, 200, faultsOf(state).read());
      return true;
    default:
      return false;
  }
}

function faultsOf({ faults }: LocalState): Faults {
  if (faults !== undefined) return faults;
  throw new AwsError("ResourceNotFoundException", "faults are off: start with --faults", 404);
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
