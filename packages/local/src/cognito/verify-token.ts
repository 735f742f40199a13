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

/** Each request brings one: a signature that was good stays good, only the time goes on. */
const tokensRemembered = 1000;

export function tokenVerifier(key: SigningKey, clock: Clock): VerifyToken {
  const verified = new Map<string, JWTPayload>();
  return async (token, issuer, audience) => {
    const known = verified.get(`${issuer} ${token}`);
    const claims = known ?? (await readToken(token, key, issuer, clock));
    if ((claims.exp ?? 0) <= Math.floor(clock.now() / 1000)) throw expired();
    if (known === undefined) {
      if (verified.size >= tokensRemembered) verified.clear();
      verified.set(`${issuer} ${token}`, claims);
    }
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
    if (cause instanceof errors.JWTExpired) throw expired();
    throw new TokenRefused("invalid", "the token could not be verified");
  }
}

function expired(): TokenRefused {
  return new TokenRefused("expired", "the token has expired");
}
