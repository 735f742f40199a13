import { TokenRefused, type VerifyToken } from "../cognito/verify-token";
import type { AuthorizerProperties } from "./http-api-properties";
import { Refusal } from "./refusal";

/** What the function finds under `requestContext.authorizer.jwt`: every claim is a string. */
export interface JwtContext {
  claims: Record<string, string>;
  scopes: string[] | null;
}

/**
 * Lets a request with a good token through. An ID token passes as well as an access token, as on AWS.
 * @throws Refusal 401 without a good token, 403 when it has none of the route's scopes
 */
export async function authorize(
  authorizer: AuthorizerProperties,
  scopes: readonly string[],
  authorization: string | undefined,
  verify: VerifyToken,
): Promise<JwtContext> {
  const token = authorization?.replace(/^Bearer /i, "").trim();
  if (!token) throw new Refusal(401, "Unauthorized", { "www-authenticate": "Bearer" });
  const { Issuer, Audience } = authorizer.JwtConfiguration;
  const claims = await verify(token, Issuer, Audience).catch((cause: unknown) => {
    throw cause instanceof TokenRefused ? invalidToken(cause) : cause;
  });
  const granted = String(claims.scope ?? claims.scp ?? "").split(" ");
  if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
    throw new Refusal(403, "Forbidden", { "www-authenticate": 'Bearer error="insufficient_scope"' });
  }
  const strings = Object.entries(claims).map(([name, value]) => [name, claimText(value)]);
  return { claims: Object.fromEntries(strings), scopes: scopes.length > 0 ? [...scopes] : null };
}

function invalidToken({ message }: TokenRefused): Refusal {
  const challenge = `Bearer scope="" error="invalid_token" error_description="${message}"`;
  return new Refusal(401, "Unauthorized", { "www-authenticate": challenge });
}

/** Lists become `[a b]`. */
function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(" ")}]`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
