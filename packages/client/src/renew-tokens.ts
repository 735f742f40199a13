import type { AppConfig } from "@serverlesspresso/contracts/app-config";
import * as z from "zod/mini";
import { callCognito } from "./call-cognito";
import { NetworkError } from "./network-error";
import { forgetUser, type IssuedTokens, readTokens, storeTokens } from "./stored-tokens";

const Renewed = z.object({
  AuthenticationResult: z.object({
    AccessToken: z.string(),
    IdToken: z.optional(z.string()),
    RefreshToken: z.optional(z.string()),
  }),
});

/** After these a refresh token will never be good again. Amplify counts the same. */
const endings = new Set([
  "NotAuthorizedException",
  "RefreshTokenReuseException",
  "TokenRevokedException",
  "UserNotFoundException",
  "UserNotConfirmedException",
  "PasswordResetRequiredException",
]);

export interface RenewPorts {
  storage: Storage;
  /** Runs alone among the tabs of this browser, where it can see to that. */
  alone(run: () => Promise<void>): Promise<void>;
}

/**
 * Replaces a browser's tokens unless another tab has replaced this access token already. A pool that rotates
 * refresh tokens, as ours does not, takes one once and for a moment of repeats: what another tab stored meanwhile
 * stands, and only the refusal of what is still stored ends the sign-in. Throws NetworkError if nobody knows.
 */
export function renewTokens(config: AppConfig, ports: RenewPorts, accessToken: string): Promise<void> {
  const { storage, alone } = ports;
  const clientId = config.userPoolClientId;
  return alone(async () => {
    const before = readTokens(storage, clientId);
    if (before?.accessToken !== accessToken) return;
    const renewed = before.refreshToken === null ? null : await redeem(config, before.refreshToken);
    if (readTokens(storage, clientId)?.refreshToken !== before.refreshToken) return;
    if (renewed) storeTokens(storage, clientId, renewed);
    else forgetUser(storage, clientId);
  });
}

/** New tokens, or null when there will be no more. */
async function redeem(config: AppConfig, refreshToken: string): Promise<IssuedTokens | null> {
  try {
    const answer = await callCognito(config, "GetTokensFromRefreshToken", {
      ClientId: config.userPoolClientId,
      RefreshToken: refreshToken,
    });
    const renewed = Renewed.parse(answer).AuthenticationResult;
    return { ...renewed, RefreshToken: renewed.RefreshToken ?? refreshToken };
  } catch (cause) {
    if (cause instanceof Error && endings.has(cause.name)) return null;
    throw new NetworkError("The sign-in could not be renewed", { cause });
  }
}
