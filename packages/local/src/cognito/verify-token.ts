import { errors, type JWTPayload, jwtVerify } from "jose";
import type { Clock } from "../clock";
import type { SigningKey } from "./signing-key";

/**
 * Checks an access or ID token of this machine's pools: signature, expiry, issuer and, where given,
 * that `client_id` (access) or `aud` (ID) is in `audience`. Answers its claims.
 * @throws TokenRefused with a reason that may be shown to the client
 */
export type VerifyToken = (
  token: string,
  issuer: string,
  audience?: readonly string[],
) => Promise<JWTPayload>;

export class TokenRefused extends Error {
  override readonly name = "TokenRefused";

  constructor(
    readonly reason: "invalid" | "expired",
    message: string,
  ) {
    super(message);
  }
}

export function tokenVerifier(key: SigningKey, clock: Clock): VerifyToken {
  return async (token, issuer, audience) => {
    const claims = await readToken(token, key, issuer, clock);
    const client = claims.client_id ?? claims.aud;
    if (audience !== undefined && (typeof client !== "string" || !audience.includes(client))) {
      throw new TokenRefused("invalid", "the token does not have a valid audience");
    }
    return claims;
  };
}

async function readToken(token: string, key: SigningKey, issuer: string, clock: Clock): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, key.publicKey, {
      algorithms: ["RS256"],
      issuer,
      requiredClaims: ["exp", "iat", "sub"],
      currentDate: new Date(clock.now()),
    });
    return payload;
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) throw new TokenRefused("expired", "the token has expired");
    throw new TokenRefused("invalid", "the token could not be verified");
  }
}
