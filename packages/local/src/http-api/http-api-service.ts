import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { VerifyToken } from "../cognito/verify-token";
import { faultyListener } from "../faults/faulty-listener";
import type { FaultyPlace } from "../faults/faulty-service";
import type { Machine, Service } from "../service";
import { answerRequest, type Gateway } from "./answer-request";
import { HttpApi } from "./http-api";
import { httpApiResources } from "./http-api-resources";

/** How long requests under way may take to end once the machine stops. */
const graceMs = 2000;

export interface HttpApiOptions {
  readonly host: string;
  readonly port: number;
  /** What `Fn::GetAtt Api.ApiEndpoint` answers: `http://localhost:4000`. */
  readonly publicUrl: string;
  /** Says whether a request is meant for this machine: no foreign `Host`, no proxy's request. */
  readonly isAddressedToUs: (request: IncomingMessage) => boolean;
  readonly verify: VerifyToken;
  /** Where faults can be set. */
  readonly faulty?: FaultyPlace | undefined;
}

/** API Gateway's HTTP API on a port of its own: routes, CORS, the JWT authorizer, payload format 2.0. */
export function createHttpApiService(machine: Machine, options: HttpApiOptions): Service {
  const api = new HttpApi();
  const { verify, isAddressedToUs } = options;
  const gateway: Gateway = { machine, api, verify, isAddressedToUs };
  const answer = (request: IncomingMessage, response: ServerResponse) => serve(gateway, request, response);
  const listener = options.faulty ? faultyListener(answer, options.faulty) : answer;
  const server = createServer((request, response) => void listener(request, response));
  // Longer than any client keeps an idle connection, so that none is closed under a new request.
  server.keepAliveTimeout = 75_000;
  return {
    name: "apigateway",
    resources: httpApiResources(api, options.publicUrl),
    start: () => listen(server, options),
    close: () => stop(server),
  };
}

async function serve(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers, body } = await answerRequest(gateway, request);
  const hasBody = status !== 204 && status !== 304;
  try {
    response.writeHead(status, hasBody ? { ...headers, "content-length": body.length } : headers);
    response.end(hasBody && request.method !== "HEAD" ? body : undefined);
  } catch {
    // The function named a header that HTTP does not allow.
    response.writeHead(500, { "content-type": "application/json" });
    response.end('{"message":"Internal Server Error"}');
  }
  // What is left of a body that was too large must be read, or the client never sees the answer.
  request.resume();
}

function listen(server: Server, { host, port }: HttpApiOptions): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      done();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    const last = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(last);
      done();
    });
    server.closeIdleConnections();
  });
}
