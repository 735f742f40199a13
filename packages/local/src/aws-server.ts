import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { accessOf, corsHeaders } from "./access";
import type { Addresses } from "./addresses";
import { isThisMachine, peerAddress } from "./addresses";
import { sendJson, sendJsonError, sendXml } from "./aws-answers";
import { AwsError, NoAnswer } from "./aws-error";
import { handleConsoleRequest } from "./console/console-page";
import { handleEventFeed } from "./console/event-feed";
import { dispatch, toAwsError } from "./dispatch";
import { type DynamodbService, dynamodbTarget, streamsTarget } from "./dynamodb/dynamodb-service";
import type { EventsSource } from "./events/recent-events";
import { callerOf, currentCaller } from "./faults/caller";
import { handleLocalRoute, type LocalState } from "./local-routes";
import { queryProtocolOf } from "./query-protocol";
import { parseJsonObject, readBody } from "./read-body";
import type { HttpRequest, Machine, Service } from "./service";
import { toQueryErrorCode } from "./sqs/query-protocol";

export interface AwsServerParts {
  readonly machine: Machine;
  readonly addresses: Addresses;
  readonly state: LocalState;
  /** Answered with "starting" until they are there. */
  readonly services: () => AwsServices | undefined;
}

export interface AwsServices {
  readonly all: readonly Service[];
  readonly dynamodb: DynamodbService;
  readonly events: EventsSource;
  /** AppSync's WebSocket; says whether it took the connection. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
}

/** The one port that speaks the AWS protocols. */
export function createAwsServer(parts: AwsServerParts): Server {
  const server = createServer((request, response) => {
    const requestId = randomUUID();
    response.setHeader("x-amzn-requestid", requestId);
    response.setHeader("date", new Date(parts.machine.clock.now()).toUTCString());
    new Exchange(parts, request, response, requestId).answer().catch((cause) => {
      parts.machine.log(`${request.method} ${request.url?.split("?")[0]}: ${cause?.stack ?? cause}`);
      response.destroy();
    });
  });
  server.on("upgrade", (request, socket, head) => {
    // Node listens no more from here on: a peer that resets the connection would end the process.
    socket.on("error", () => socket.destroy());
    const path = request.url?.split("?")[0];
    const taken =
      accessOf(request, parts.addresses) !== "none" &&
      path === "/event/realtime" &&
      parts.services()?.upgrade(request, socket, head);
    if (!taken) socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
  // Longer than any client keeps an idle connection, so that none is closed under a new request.
  server.keepAliveTimeout = 75_000;
  return server;
}

/** One request and its answer. */
class Exchange {
  readonly #url: URL;
  readonly #target: string | undefined;

  constructor(
    private readonly parts: AwsServerParts,
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly requestId: string,
  ) {
    this.#url = urlOf(request);
    this.#target = request.headers["x-amz-target"]?.toString();
  }

  async answer(): Promise<void> {
    const { request, response, parts } = this;
    const access = accessOf(request, parts.addresses);
    for (const [name, value] of Object.entries(corsHeaders(request, parts.addresses))) {
      response.setHeader(name, value);
    }
    if (access === "none") return this.#forbid("this host or origin is not served here");
    if (request.method === "OPTIONS") {
      response.writeHead(204).end();
      return;
    }
    if (access === "public" && !this.#isPublic()) return this.#forbid("only for callers on this machine");
    if (this.#target?.startsWith(`${dynamodbTarget}.`) || this.#target?.startsWith(`${streamsTarget}.`)) {
      const services = parts.services();
      if (services !== undefined) return services.dynamodb.proxy(request, response);
    }
    try {
      const body = await readBody(request);
      if (parts.state.faults === undefined) await this.#route(body);
      else await currentCaller.run(callerOf(request), () => this.#route(body));
    } catch (cause) {
      this.#sendError(toAwsError(cause));
    }
  }

  async #route(body: Buffer): Promise<void> {
    const { parts, response } = this;
    const request: HttpRequest = {
      method: this.request.method ?? "GET",
      url: this.#url,
      headers: this.request.headers,
      body,
      peer: peerAddress(this.request.socket),
    };
    if (this.#target === undefined) {
      if (handleLocalRoute(parts.state, request, response)) return;
      if (handleConsoleRequest(request, response)) return;
    }
    const services = parts.services();
    if (services === undefined) throw new AwsError("ServiceUnavailableException", "starting", 503);
    if (this.#target === undefined && handleEventFeed(services.events, request, response)) return;
    if (this.#target !== undefined) return this.#callTarget(services, this.#target, body);
    for (const service of services.all) if (await service.handle?.(request, response)) return;
    await this.#callAction(services, request);
  }

  async #callTarget(services: AwsServices, target: string, body: Buffer): Promise<void> {
    const [prefix, operation = ""] = target.split(".");
    const service = services.all.find((each) => each.targetPrefix === prefix);
    if (service === undefined) {
      throw new AwsError("UnknownOperationException", `${target} is not served here`);
    }
    const version = service.jsonVersion ?? "1.1";
    try {
      sendJson(this.response, version, await dispatch(service, operation, parseJsonObject(body)));
    } catch (cause) {
      const error = toAwsError(cause);
      if (service.name === "sqs") {
        // Clients made for the query protocol know SQS's errors by their older names.
        this.response.setHeader("x-amzn-query-error", `${toQueryErrorCode(error.code)};Sender`);
      }
      this.#sendError(error, version);
    }
  }

  /** The query protocol: `Action` in a form or the query string, the service in the signature's scope. */
  async #callAction(services: AwsServices, { headers, url, body }: HttpRequest): Promise<void> {
    const form = new URLSearchParams(body.length === 0 ? url.search : body.toString());
    const action = form.get("Action");
    const [, scope] = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? "") ?? [];
    const service = services.all.find((each) => each.name === scope);
    if (action === null || service === undefined) {
      const what = `${this.request.method} ${url.pathname}${action === null ? "" : ` Action=${action}`}`;
      const of = scope === undefined ? "" : ` of ${scope}`;
      // A signed request is for a service of AWS's that is not here; any other is for no service at all.
      if (service === undefined && scope !== undefined) {
        throw new AwsError("NotImplemented", `${what}${of} is not served here`, 501);
      }
      throw new AwsError("UnknownOperationException", `${what}${of} is not served here`, 404);
    }
    const protocol = queryProtocolOf(service.name);
    try {
      const output = await dispatch(service, action, protocol.read(action, form));
      sendXml(this.response, 200, protocol.answer(action, output, this.requestId));
    } catch (cause) {
      const error = toQueryError(toAwsError(cause));
      if (error instanceof NoAnswer) throw error;
      sendXml(this.response, error.status, protocol.error(error, this.requestId));
    }
  }

  #isPublic(): boolean {
    const { request, parts } = this;
    const route = `${request.method} ${this.#url.pathname}`;
    if (this.#target !== undefined) {
      const [prefix, operation = ""] = this.#target.split(".");
      const service = parts.services()?.all.find((each) => each.targetPrefix === prefix);
      return route === "POST /" && (service?.publicOperations?.includes(operation) ?? false);
    }
    // Under `--lan` our own functions publish to the network's name for this machine.
    if (route === "POST /event") return isThisMachine(peerAddress(request.socket));
    return /^GET \/[^/]+\/\.well-known\/[\w.-]+$/.test(route);
  }

  #forbid(message: string): void {
    sendJsonError(this.response, new AwsError("AccessDeniedException", message, 403));
    this.request.resume();
  }

  #sendError(error: AwsError, version?: "1.0" | "1.1"): void {
    const { request, response, parts } = this;
    if (error instanceof NoAnswer) {
      response.destroy();
      return;
    }
    if (error.status >= 500 && error.status !== 503 && error.status !== 501) {
      const cause = error.cause instanceof Error ? error.cause.stack : error.message;
      parts.machine.log(`${this.#target ?? `${request.method} ${this.#url.pathname}`}: ${cause}`);
    }
    if (response.headersSent) response.destroy();
    else sendJsonError(response, error, version);
  }
}

/** The query protocol has a name of its own for an operation that a service does not know. */
function toQueryError(error: AwsError): AwsError {
  return error.code === "UnknownOperationException" ? new AwsError("InvalidAction", error.message) : error;
}

/** The whole target is put behind the host: alone, `//` would be no URL and `//a/b` one of another host. */
function urlOf({ url = "/" }: IncomingMessage): URL {
  return new URL(`http://localhost${url.startsWith("/") ? url : "/"}`);
}
