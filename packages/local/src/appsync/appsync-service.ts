import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { z } from "zod";
import { peerAddress } from "../addresses";
import type { VerifyToken } from "../cognito/verify-token";
import { parseJson } from "../json-depth";
import type { HttpRequest, Machine, Service } from "../service";
import { EventApi } from "./event-api";
import { eventApiResources } from "./event-api-resources";
import { EventError, errorList } from "./event-error";
import { publish } from "./publish";
import { type Realtime, RealtimeSocket } from "./realtime-socket";
import { type CopiesOf, Subscriptions } from "./subscriptions";

const protocol = "aws-appsync-event-ws";
const mostMessageBytes = 1_300_000;

export interface AppSyncService extends Service {
  /** Takes a WebSocket handshake for `/event/realtime`; says whether it was one. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
}

export interface AppSyncOptions {
  /** The host and port of the AWS endpoint as clients know it: `localhost:4566`. */
  readonly host: string;
  readonly verify: VerifyToken;
  readonly copiesOf?: CopiesOf | undefined;
}

/** AppSync Events: live channels over WebSockets, published to by `POST /event`. Nothing is kept. */
export function createAppSyncService(machine: Machine, options: AppSyncOptions): AppSyncService {
  const api = new EventApi(machine, options.verify);
  const realtime: Realtime = { machine, api, subscriptions: new Subscriptions(options.copiesOf) };
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostMessageBytes,
    handleProtocols: () => protocol,
  });
  return {
    name: "appsync",
    resources: eventApiResources(api, options.host, `arn:aws:appsync:${machine.region}:${machine.account}`),
    handle: (request, response) => handlePublish(realtime, request, response),
    upgrade: (request, socket, head) => upgrade(realtime, sockets, request, socket, head),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

async function handlePublish(
  { api, subscriptions, machine }: Realtime,
  { method, url, headers, body, peer }: HttpRequest,
  response: ServerResponse,
): Promise<boolean> {
  if (method !== "POST" || url.pathname !== "/event") return false;
  const answer = (status: number, value: object): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  };
  try {
    const credentials = { authorization: headers.authorization, peer };
    const published = await publish(api, subscriptions, credentials, parseBody(body));
    machine.meter.add("appsync.operations", published.successful.length + published.failed.length);
    answer(200, published);
  } catch (cause) {
    if (!(cause instanceof EventError)) machine.log(`appsync: publish failed: ${String(cause)}`);
    answer(cause instanceof EventError ? cause.status : 500, { errors: errorList(cause) });
  }
  return true;
}

function upgrade(
  realtime: Realtime,
  sockets: WebSocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): boolean {
  if (new URL(request.url ?? "/", "http://localhost").pathname !== "/event/realtime") return false;
  const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((each) => each.trim());
  if (!offered.includes(protocol)) {
    socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    return true;
  }
  const header = offered.find((each) => each.startsWith("header-"))?.slice("header-".length) ?? "";
  const credentials = {
    authorization: readHeader(header)?.Authorization,
    peer: peerAddress(request.socket),
  };
  sockets.handleUpgrade(request, socket, head, (opened) => {
    new RealtimeSocket(realtime, opened, credentials);
  });
  return true;
}

const ConnectHeader = z.object({ Authorization: z.string(), host: z.string() });

/** AWS wants the HTTP host beside the token; a header without it is as good as none. */
function readHeader(encoded: string): z.infer<typeof ConnectHeader> | undefined {
  try {
    return ConnectHeader.parse(parseJson(Buffer.from(encoded, "base64url").toString()));
  } catch {
    return undefined;
  }
}

/** @throws EventError BadRequestException */
function parseBody(body: Buffer): unknown {
  try {
    return parseJson(body.toString());
  } catch {
    throw new EventError("BadRequestException", "The body is no JSON text.");
  }
}
