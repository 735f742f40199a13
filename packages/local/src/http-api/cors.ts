import type { CorsConfiguration } from "./http-api-properties";

/** Headers that belong to an answer to `origin`; none for an origin that is not listed. */
export function corsHeaders(
  cors: CorsConfiguration | undefined,
  origin: string | undefined,
): Record<string, string> {
  if (!cors || !isAllowed(cors, origin)) return {};
  const headers = originHeaders(cors, origin);
  if (cors.ExposeHeaders.length > 0) headers["access-control-expose-headers"] = cors.ExposeHeaders.join(",");
  return headers;
}

/** What the API itself answers to a preflight; a foreign origin learns nothing. */
export function preflightHeaders(
  cors: CorsConfiguration,
  origin: string | undefined,
): Record<string, string> {
  if (!isAllowed(cors, origin)) return {};
  const headers = originHeaders(cors, origin);
  if (cors.AllowMethods.length > 0) headers["access-control-allow-methods"] = cors.AllowMethods.join(",");
  if (cors.AllowHeaders.length > 0) headers["access-control-allow-headers"] = cors.AllowHeaders.join(",");
  if (cors.MaxAge !== undefined) headers["access-control-max-age"] = String(cors.MaxAge);
  return headers;
}

function originHeaders(cors: CorsConfiguration, origin: string): Record<string, string> {
  return {
    "access-control-allow-origin": cors.AllowOrigins.includes("*") ? "*" : origin,
    ...(!cors.AllowOrigins.includes("*") && { vary: "origin" }),
    ...(cors.AllowCredentials && { "access-control-allow-credentials": "true" }),
  };
}

function isAllowed(cors: CorsConfiguration, origin: string | undefined): origin is string {
  return origin !== undefined && (cors.AllowOrigins.includes("*") || cors.AllowOrigins.includes(origin));
}
