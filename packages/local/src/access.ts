import type { IncomingMessage } from "node:http";
import { type Addresses, hostName, isLoopback, peerAddress } from "./addresses";

/** How much of the AWS port a request may use: everything, what any phone may, or nothing. */
export type Access = "all" | "public" | "none";

/**
 * Whether a request names this machine by one of its own names, and asks for a path of it: not for a name
 * that was rebound to our address, nor, as a proxy is asked, for somebody else's.
 */
export function isAddressedToUs(
  { headers, url }: IncomingMessage,
  addresses: Pick<Addresses, "hosts">,
): boolean {
  return addresses.hosts.has(hostName(headers.host) ?? "") && (url ?? "").startsWith("/");
}

/**
 * Everything is for loopback peers. The network (`--lan`) and our own pages have the public part.
 * A foreign `Host` or `Origin` is somebody's page in a local browser and gets nothing.
 */
export function accessOf(request: IncomingMessage, addresses: Addresses): Access {
  const { host, origin } = request.headers;
  if (!isAddressedToUs(request, addresses)) return "none";
  const own = origin === undefined || origin === `http://${host}`;
  if (!own && !addresses.origins.has(origin)) return "none";
  return own && isLoopback(peerAddress(request.socket)) ? "all" : "public";
}

const allowedHeaders = [
  "x-amz-target",
  "x-amz-user-agent",
  "content-type",
  "cache-control",
  "authorization",
  "x-amz-date",
  "x-amz-security-token",
  "x-amz-content-sha256",
  "amz-sdk-invocation-id",
  "amz-sdk-request",
].join(",");

/** The CORS headers for a request from one of our own pages; none for any other. */
export function corsHeaders(request: IncomingMessage, addresses: Addresses): Record<string, string> {
  const { origin } = request.headers;
  if (origin === undefined || !addresses.origins.has(origin)) return {};
  const answer = { "access-control-allow-origin": origin, vary: "origin" };
  if (request.method !== "OPTIONS") {
    return { ...answer, "access-control-expose-headers": "x-amzn-requestid,x-amzn-errortype,date" };
  }
  return {
    ...answer,
    "access-control-allow-methods": "GET,POST,OPTIONS",
    "access-control-allow-headers": allowedHeaders,
    "access-control-max-age": "600",
  };
}
