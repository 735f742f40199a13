import { callCognito } from "@serverlesspresso/client/call-cognito";
import type { SessionClient } from "@serverlesspresso/client/session";
import type { Session } from "@serverlesspresso/client/stored-tokens";
import type { AppConfig } from "@serverlesspresso/contracts/app-config";
import * as z from "zod/mini";

const SignedIn = z.object({
  AuthenticationResult: z.object({ AccessToken: z.string(), RefreshToken: z.optional(z.string()) }),
});
const Claims = z.object({ sub: z.string(), "cognito:groups": z._default(z.array(z.string()), []) });

/** A robot's sign-in: tokens in memory, renewed when one is refused. */
export class RobotSession implements Pick<SessionClient, "get"> {
  #accessToken = "";
  #refreshToken = "";
  #renewing: Promise<void> | undefined;

  constructor(
    private readonly config: AppConfig,
    answer: unknown,
  ) {
    this.#keep(answer);
  }

  async get({ refused }: { refused?: string | null } = {}): Promise<Session> {
    if (refused === this.#accessToken) {
      this.#renewing ??= this.#renew().finally(() => {
        this.#renewing = undefined;
      });
      await this.#renewing;
    }
    const payload = Buffer.from(this.#accessToken.split(".")[1] ?? "", "base64url").toString();
    const { sub, "cognito:groups": groups } = Claims.parse(JSON.parse(payload));
    const accessToken = this.#accessToken;
    return { sub, groups, email: null, name: null, accessToken, expiresAt: Number.POSITIVE_INFINITY };
  }

  async #renew(): Promise<void> {
    const { userPoolClientId: ClientId } = this.config;
    const input = { ClientId, RefreshToken: this.#refreshToken };
    this.#keep(await callCognito(this.config, "GetTokensFromRefreshToken", input));
  }

  #keep(answer: unknown): void {
    const { AccessToken, RefreshToken } = SignedIn.parse(answer).AuthenticationResult;
    this.#accessToken = AccessToken;
    this.#refreshToken = RefreshToken ?? this.#refreshToken;
  }
}
