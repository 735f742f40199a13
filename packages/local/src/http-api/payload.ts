import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { peerAddress } from "../addresses";
import type { JwtContext } from "./jwt-authorizer";

export interface RequestFacts {
  readonly apiId: string;
  readonly accountId: string;
  readonly requestId: string;
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly pathParameters: Record<string, string>;
  readonly jwt: JwtContext | undefined;
  readonly body: Buffer;
  /** ms since the epoch */
  readonly now: number;
}

/** The event of payload format 2.0: members that would be empty are left out. */
export function toPayload(request: IncomingMessage, facts: RequestFacts): Record<string, unknown> {
  const query = joinQuery(facts.rawQueryString);
  const { headers, cookies } = splitHeaders(request, facts.now);
  const [domainName = ""] = (request.headers.host ?? "").split(":");
  const isText = isTextType(request.headers["content-type"]);
  return {
    version: "2.0",
    routeKey: facts.routeKey,
    rawPath: facts.rawPath,
    rawQueryString: facts.rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: facts.accountId,
      apiId: facts.apiId,
      ...(facts.jwt && { authorizer: { jwt: facts.jwt } }),
      domainName,
      domainPrefix: domainName.split(".")[0],
      http: {
        method: request.method,
        path: facts.rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: peerAddress(request.socket),
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId: facts.requestId,
      routeKey: facts.routeKey,
      stage: "$default",
      time: logTime(facts.now),
      timeEpoch: Math.floor(facts.now),
    },
    ...(Object.keys(facts.pathParameters).length > 0 && { pathParameters: facts.pathParameters }),
    ...(facts.body.length > 0 && { body: facts.body.toString(isText ? "utf8" : "base64") }),
    isBase64Encoded: facts.body.length > 0 && !isText,
  };
}

/** Lower-case names, duplicates joined by commas, cookies apart, and what the gateway adds. */
function splitHeaders(request: IncomingMessage, now: number) {
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(request.headersDistinct)) headers[name] = values.join(",");
  const cookies = (headers.cookie ?? "")
    .split(/[;,]/)
    .map((each) => each.trim())
    .filter(Boolean);
  delete headers.cookie;
  headers["x-amzn-trace-id"] =
    `Root=1-${Math.floor(now / 1000).toString(16)}-${randomBytes(12).toString("hex")}`;
  // What a client claims stays in front, as on AWS; only the last one is the gateway's own word.
  const forwarded = [headers["x-forwarded-for"], peerAddress(request.socket)].filter(Boolean);
  headers["x-forwarded-for"] = forwarded.join(", ");
  headers["x-forwarded-port"] = String(request.socket.localPort ?? 0);
  headers["x-forwarded-proto"] = "http";
  return { headers, cookies };
}

function joinQuery(rawQueryString: string): Record<string, string> | undefined {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    joined[name] = Object.hasOwn(joined, name) ? `${joined[name]},${value}` : value;
  }
  return Object.keys(joined).length > 0 ? joined : undefined;
}

function isTextType(contentType = ""): boolean {
  return /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml)))/i.test(contentType);
}

/** `12/Mar/2020:19:03:58 +0000` */
function logTime(now: number): string {
  const [, day, month, year, time] = new Date(now).toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
}
