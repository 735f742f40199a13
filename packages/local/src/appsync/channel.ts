import { EventError } from "./event-error";

const segmentPattern = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,48}[A-Za-z0-9])?$/;
const mostSegments = 5;

export interface Channel {
  /** With a leading slash: `/shop/x/queue`, or `/shop/*`. */
  readonly path: string;
  readonly segments: readonly string[];
}

/**
 * Reads a channel's path of one to five segments.
 * @param wildcard whether a last segment `*` behind the namespace is allowed: in subscriptions only
 * @throws EventError BadRequestException
 */
export function parseChannel(path: unknown, wildcard: boolean): Channel {
  const segments = typeof path === "string" ? path.replace(/^\//, "").split("/") : [];
  const last = segments.length - 1;
  const isGood = (segment: string, index: number): boolean =>
    segmentPattern.test(segment) || (wildcard && segment === "*" && index === last && index > 0);
  if (segments.length === 0 || segments.length > mostSegments || !segments.every(isGood)) {
    throw new EventError("BadRequestException", "Invalid Channel Format");
  }
  return { path: `/${segments.join("/")}`, segments };
}
