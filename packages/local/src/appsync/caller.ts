import { isThisMachine } from "../addresses";
import { issuerOf } from "../cognito/user-pools";
import type { VerifyToken } from "../cognito/verify-token";
import { TokenRefused } from "../cognito/verify-token";
import type { Machine } from "../service";
import type { AuthMode, EventConfig } from "./event-api-properties";
import { unauthorized } from "./event-error";

/** `ctx.identity` of the handlers. */
export type Identity = Record<string, unknown>;

export interface Credentials {
  /** The `Authorization` header, or the member of that name in a message. */
  readonly authorization: string | undefined;
  /** The peer's address. */
  readonly peer: string;
}

const signature =
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[\w-]+\/appsync\/aws4_request, ?SignedHeaders=\S+, ?Signature=[0-9a-f]{64}$/;

/**
 * Finds out who calls, by one of the modes that are allowed.
 * @throws EventError UnauthorizedException
 */
export async function identify(
  machine: Machine,
  verify: VerifyToken,
  config: EventConfig,
  modes: readonly AuthMode[],
  credentials: Credentials,
): Promise<Identity> {
  const authorization = credentials.authorization ?? "";
  if (authorization.startsWith("AWS4-HMAC-SHA256")) {
    return identifySigner(machine, modes, authorization, credentials.peer);
  }
  if (!modes.includes("AMAZON_COGNITO_USER_POOLS")) throw unauthorized();
  const provider = config.AuthProviders.find((each) => each.AuthType === "AMAZON_COGNITO_USER_POOLS");
  if (provider?.AuthType !== "AMAZON_COGNITO_USER_POOLS") throw unauthorized();
  const issuer = issuerOf(provider.CognitoConfig.UserPoolId);
  const claims = await verify(authorization.replace(/^Bearer /i, ""), issuer).catch((cause: unknown) => {
    throw cause instanceof TokenRefused ? unauthorized(tokenMessage(cause)) : cause;
  });
  const client = String(claims.client_id ?? claims.aud);
  if (!new RegExp(provider.CognitoConfig.AppIdClientRegex ?? "").test(client)) throw unauthorized();
  return {
    claims,
    defaultAuthStrategy: "ALLOW",
    groups: claims["cognito:groups"] ?? null,
    issuer: claims.iss,
    sourceIp: [credentials.peer],
    sub: claims.sub,
    username: claims.username ?? claims["cognito:username"],
  };
}

/**
 * The back end's own processes sign with the machine's dummy keys, so a signature proves nothing: what
 * proves it is that the call comes from this machine.
 */
function identifySigner(
  { account }: Machine,
  modes: readonly AuthMode[],
  authorization: string,
  peer: string,
): Identity {
  if (!modes.includes("AWS_IAM") || !signature.test(authorization) || !isThisMachine(peer))
    throw unauthorized();
  return { accountId: account, sourceIp: [peer], userArn: `arn:aws:iam::${account}:root`, username: account };
}

function tokenMessage({ reason }: TokenRefused): string {
  return reason === "expired" ? "Token has expired." : "Valid authorization header not provided.";
}
