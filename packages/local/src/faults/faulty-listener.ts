import type { IncomingMessage, ServerResponse } from "node:http";
import { type AwsError, NoAnswer } from "../aws-error";
import { toAwsError } from "../dispatch";
import { type FaultyPlace, unheardResponse } from "./faulty-service";
import { strike } from "./strike";

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The HTTP API's requests as calls: the operation is the method, the text the path. */
export function faultyListener(listener: Listener, place: FaultyPlace): Listener {
  const service = "apigateway";
  return async (request, response) => {
    const { method: operation = "GET", url = "/" } = request;
    const fault = place.faults.concern(service)
      ? place.faults.strike({ service, operation, text: () => url })
      : undefined;
    if (fault === undefined) return listener(request, response);
    const heard = fault.mode === "drop-answer" ? unheardResponse() : response;
    const victim = { ...place, service, caller: undefined, input: undefined };
    try {
      await strike(fault, victim, () => listener(request, heard));
    } catch (cause) {
      if (cause instanceof NoAnswer) request.socket.destroy();
      else refuse(request, response, toAwsError(cause));
    }
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, { status, message }: AwsError): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ message }));
  request.resume();
}
