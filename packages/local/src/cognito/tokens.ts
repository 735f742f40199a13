import { createHash, randomBytes, randomUUID } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";
import { AwsError } from "../aws-error";
import type { Clock } from "../clock";
import type { CognitoStore } from "./cognito-store";
import type { Groups } from "./groups";
import type { Grant, User } from "./records";
import type { SigningKey } from "./signing-key";
import { issuerOf, type UserPoolClient } from "./user-pools";
import type { Users } from "./users";
import { TokenRefused, type VerifyToken } from "./verify-token";

const mostSiblings = 8;

export interface AuthenticationResult {
  AccessToken: string;
  IdToken: string;
  RefreshToken?: string;
  ExpiresIn: number;
  TokenType: "Bearer";
}

/** Issues and revokes tokens. A grant is one sign-in; without it none of its tokens is good here. */
export class Tokens {
  constructor(
    private readonly key: SigningKey,
    private readonly verify: VerifyToken,
    private readonly store: CognitoStore,
    private readonly users: Users,
    private readonly groups: Groups,
    private readonly clock: Clock,
  ) {}

  /** Signs the user in: a new grant with its first tokens. */
  async issue(user: User, client: UserPoolClient): Promise<AuthenticationResult> {
    const now = this.clock.now();
    this.store.dropExpired(now);
    const refresh = newRefreshToken(randomUUID());
    const grant: Grant = {
      id: refresh.grantId,
      poolId: client.poolId,
      clientId: client.id,
      sub: user.sub,
      authTime: Math.floor(now / 1000),
      expiresAt: now + client.refreshTokenSeconds * 1000,
      refreshTokens: [{ hash: refresh.hash }],
    };
    await this.store.grants.put(grant.id, grant);
    return { ...(await this.#sign(client, grant)), RefreshToken: refresh.token };
  }

  /**
   * New tokens for a refresh token; where the client rotates, a new refresh token as well.
   * @throws AwsError NotAuthorizedException, RefreshTokenReuseException
   */
  async refresh(token: string, client: UserPoolClient): Promise<AuthenticationResult> {
    const grant = this.#grantOf(token);
    const now = this.clock.now();
    if (!grant || grant.clientId !== client.id) throw notAuthorized("Invalid Refresh Token.");
    if (grant.expiresAt <= now) throw notAuthorized("Refresh Token has expired.");
    const rotation = rotationOf(client);
    const valid = grant.refreshTokens.filter(({ validUntil = Number.POSITIVE_INFINITY }) => now < validUntil);
    const used = valid.find(({ hash }) => hash === hashOf(token));
    if (!used) {
      if (!rotation) throw notAuthorized("Invalid Refresh Token.");
      throw new AwsError("RefreshTokenReuseException", "Refresh token has been rotated out.");
    }
    if (!rotation) return this.#sign(client, grant);

    const next = newRefreshToken(grant.id);
    const spent = { validUntil: now + rotation.RetryGracePeriodSeconds * 1000, ...used };
    // Two tabs may refresh at once: each keeps the token it was given.
    const others = valid.filter((each) => each !== used).slice(-mostSiblings);
    const refreshTokens = [...others, spent, { hash: next.hash }];
    await this.store.grants.put(grant.id, { ...grant, refreshTokens });
    return { ...(await this.#sign(client, grant)), RefreshToken: next.token };
  }

  /** Ends the sign-in that a refresh token belongs to. */
  async revoke(token: string, clientId: string): Promise<void> {
    const grant = this.#grantOf(token);
    if (!grant?.refreshTokens.some(({ hash }) => hash === hashOf(token))) return;
    if (grant.clientId !== clientId) {
      throw new AwsError("UnauthorizedException", "The token belongs to another client.");
    }
    await this.store.grants.delete(grant.id);
  }

  /** Ends all sign-ins of a user. */
  async revokeAll(user: User): Promise<void> {
    const grants = [...this.store.grants.rows()].filter((grant) => grant.sub === user.sub);
    await Promise.all(grants.map((grant) => this.store.grants.delete(grant.id)));
  }

  /**
   * The user an access token was issued to, as the calls that carry `AccessToken` need it.
   * @throws AwsError NotAuthorizedException, also for a revoked token
   */
  async userOf(accessToken: string): Promise<{ user: User; grant: Grant }> {
    const claims = await this.#readAccessToken(accessToken);
    const grant = this.store.grants.get(String(claims.origin_jti));
    if (!grant) throw notAuthorized("Access Token has been revoked");
    return { user: this.users.get(grant.poolId, grant.sub), grant };
  }

  async #readAccessToken(token: string): Promise<JWTPayload> {
    for (const pool of this.store.pools.rows()) {
      try {
        const claims = await this.verify(token, issuerOf(pool.id));
        if (claims.token_use === "access") return claims;
      } catch (cause) {
        if (!(cause instanceof TokenRefused)) throw cause;
        if (cause.reason === "expired") throw notAuthorized("Access Token has expired");
      }
    }
    throw notAuthorized("Invalid Access Token");
  }

  #grantOf(refreshToken: string): Grant | undefined {
    return this.store.grants.get(refreshToken.split(".")[0] ?? "");
  }

  /** The user is read only now: what was taken from them while a row was written counts already. */
  async #sign(client: UserPoolClient, grant: Grant): Promise<AuthenticationResult> {
    const user = this.users.get(grant.poolId, grant.sub);
    const groups = this.groups.inOrder(user.poolId, user.groups);
    const common = {
      sub: user.sub,
      ...(groups.length > 0 && { "cognito:groups": groups }),
      iss: issuerOf(user.poolId),
      origin_jti: grant.id,
      event_id: randomUUID(),
      auth_time: grant.authTime,
    };
    const access = {
      ...common,
      client_id: client.id,
      token_use: "access",
      scope: "aws.cognito.signin.user.admin",
      username: user.sub,
    };
    const identity = {
      ...common,
      ...readableClaims(user, client),
      aud: client.id,
      token_use: "id",
      "cognito:username": user.sub,
    };
    const [AccessToken, IdToken] = await Promise.all([
      this.#toJwt(access, client.accessTokenSeconds),
      this.#toJwt(identity, client.idTokenSeconds),
    ]);
    return { AccessToken, IdToken, ExpiresIn: client.accessTokenSeconds, TokenType: "Bearer" };
  }

  #toJwt(claims: JWTPayload, lifeSeconds: number): Promise<string> {
    const now = Math.floor(this.clock.now() / 1000);
    return new SignJWT({ ...claims, jti: randomUUID(), iat: now, exp: now + lifeSeconds })
      .setProtectedHeader({ alg: "RS256", kid: this.key.id })
      .sign(this.key.privateKey);
  }
}

/** The client's rotation of refresh tokens, where it is on. */
export function rotationOf(client: UserPoolClient): { RetryGracePeriodSeconds: number } | undefined {
  const rotation = client.settings.RefreshTokenRotation;
  return rotation?.Feature === "ENABLED" ? rotation : undefined;
}

function readableClaims(user: User, client: UserPoolClient): JWTPayload {
  const readable = client.settings.ReadAttributes;
  const claims = Object.entries(user.attributes).filter(([name]) => readable?.includes(name) ?? true);
  return Object.fromEntries(
    claims.map(([name, value]) => [name, name === "email_verified" ? value === "true" : value]),
  );
}

function newRefreshToken(grantId: string): { grantId: string; token: string; hash: string } {
  const token = `${grantId}.${randomBytes(48).toString("base64url")}`;
  return { grantId, token, hash: hashOf(token) };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64");
}

function notAuthorized(message: string): AwsError {
  return new AwsError("NotAuthorizedException", message);
}
