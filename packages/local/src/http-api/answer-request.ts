import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { VerifyToken } from "../cognito/verify-token";
import type { Machine } from "../service";
import { corsHeaders, preflightHeaders } from "./cors";
import { type Answer, readAnswer } from "./function-answer";
import type { HttpApi, Route } from "./http-api";
import { authorize } from "./jwt-authorizer";
import { matchRoute } from "./match-route";
import { toPayload } from "./payload";
import { readBody } from "./read-body";
import { Refusal } from "./refusal";

export interface Gateway {
  readonly machine: Machine;
  readonly api: HttpApi;
  readonly verify: VerifyToken;
  readonly isAddressedToUs: (request: IncomingMessage) => boolean;
}

/** Takes one request the whole way: host, preflight, route, authorizer, function; never throws. */
export async function answerRequest(gateway: Gateway, request: IncomingMessage): Promise<Answer> {
  const { cors } = gateway.api;
  const { origin } = request.headers;
  if (!gateway.isAddressedToUs(request)) return toAnswer(new Refusal(403, "Forbidden"));
  gateway.machine.meter.add("apigateway.requests");
  gateway.machine.meter.add(`apigateway.requests.${request.method}`);
  if (cors && isPreflight(request)) {
    return { status: 204, headers: preflightHeaders(cors, origin), body: Buffer.alloc(0) };
  }
  const requestId = `${randomBytes(11).toString("base64url")}=`;
  const answer = await callFunction(gateway, request, requestId).catch((cause: unknown) => {
    if (cause instanceof Refusal) return toAnswer(cause);
    const reason = cause instanceof Error ? cause.message : String(cause);
    gateway.machine.log(`apigateway: ${request.method} request ${requestId} failed: ${reason}`);
    return toAnswer(new Refusal(500, "Internal Server Error"));
  });
  const headers = { ...answer.headers, ...corsHeaders(cors, origin), "apigw-requestid": requestId };
  return { ...answer, headers };
}

async function callFunction(gateway: Gateway, request: IncomingMessage, requestId: string): Promise<Answer> {
  const { api, machine, verify } = gateway;
  const [encodedPath = "/", ...query] = (request.url ?? "/").split("?");
  const path = decodePath(encodedPath);
  const match = api.hasStage ? matchRoute(api.routes, request.method ?? "GET", path) : undefined;
  if (!match) throw new Refusal(404, "Not Found");
  const { route, parameters } = match;
  const authorizer = api.authorizer(route);
  const jwt =
    authorizer && (await authorize(authorizer, route.scopes, request.headers.authorization, verify));
  const event = toPayload(request, {
    apiId: api.id ?? "",
    accountId: machine.account,
    requestId,
    routeKey: route.key,
    rawPath: `/${path.join("/")}`,
    rawQueryString: query.join("?"),
    pathParameters: parameters,
    jwt,
    body: await readBody(request),
    now: machine.clock.now(),
  });
  return invoke(gateway, route, event);
}

async function invoke({ api, machine }: Gateway, route: Route, event: object): Promise<Answer> {
  const result = await machine.aws.call("lambda", "Invoke", {
    FunctionName: api.functionArn(route),
    Payload: JSON.stringify(event),
  });
  // A failed function has its own log; the caller learns no more than that it failed.
  const answer = result.FunctionError
    ? undefined
    : readAnswer(String(result.Payload ?? "null"), api.cors !== undefined);
  if (!answer) throw new Refusal(500, "Internal Server Error");
  return answer;
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers.origin !== undefined && "access-control-request-method" in headers;
}

/** @throws Refusal 400 for a path that is not valid percent-encoding */
function decodePath(path: string): string[] {
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    throw new Refusal(400, "Bad Request");
  }
}

function toAnswer({ status, message, headers }: Refusal): Answer {
  return {
    status,
    headers: { ...headers, "content-type": "application/json" },
    body: Buffer.from(JSON.stringify({ message })),
  };
}
