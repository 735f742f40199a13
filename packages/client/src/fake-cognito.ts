import type { IssuedTokens } from "./stored-tokens";

interface User {
  groups: string[];
  name?: string;
  confirmed: boolean;
}

interface RefreshToken {
  email: string;
  /** One that was used stays good for a minute of repeats. */
  goodUntil: number;
}

const graceMs = 60_000;
const mostWrongTries = 5;

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** The user pool for tests, at the network: it answers what Amplify and this package ask of Cognito. */
export class FakeCognito {
  readonly calls: string[] = [];
  /** The code in the last e-mail. */
  code = "";
  #wrongTries = 0;
  #codeIsOld = false;
  /** The error that every call ends in, or `offline`. */
  failWith: string | null = null;
  /** An access token that is not accepted any more. */
  refusedToken: string | null = null;
  /** Called when a renewal is on its way, before it arrives. */
  beforeRenewal: () => void | Promise<void> = () => undefined;
  /** Whether answers to renewals get lost on their way. */
  losesRenewals = false;
  readonly #users = new Map<string, User>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  #issued = 0;

  addUser(email: string, user: Omit<User, "confirmed">): void {
    this.#users.set(email, { ...user, confirmed: true });
  }

  /** The code in the last e-mail is not good any more. */
  expireCode(): void {
    this.#codeIsOld = true;
  }

  /** Ends every sign-in, as an administrator or the month's end does. */
  revokeAll(): void {
    this.#refreshTokens.clear();
  }

  readonly fetch = async (_url: unknown, init: RequestInit = {}): Promise<Response> => {
    if (this.failWith === "offline") throw new TypeError("Failed to fetch");
    const operation = new Headers(init.headers).get("x-amz-target")?.split(".")[1] ?? "";
    this.calls.push(operation);
    const input: Record<string, unknown> = JSON.parse(String(init.body));
    const renews = operation === "GetTokensFromRefreshToken";
    if (renews) await this.beforeRenewal();
    const answer = this.failWith ?? this.#answer(operation, input);
    if (renews && this.losesRenewals) throw new TypeError("Failed to fetch");
    if (typeof answer === "string")
      return Response.json({ __type: answer, message: answer }, { status: 400 });
    return Response.json(answer);
  };

  /** An answer, or an error's name. */
  #answer(operation: string, input: Record<string, unknown>): object | string {
    const email = text(input.Username);
    switch (operation) {
      case "SignUp":
        if (this.#users.has(email)) return "UsernameExistsException";
        this.#users.set(email, { groups: [], confirmed: false });
        return this.#mail({ UserConfirmed: false, UserSub: `sub-${email}` });
      case "ResendConfirmationCode":
        if (this.#users.get(email)?.confirmed) return "InvalidParameterException";
        return this.#mail({ CodeDeliveryDetails: {} });
      case "ConfirmSignUp":
        if (this.#users.get(email)?.confirmed) return "NotAuthorizedException";
        return (
          this.#refusalOf(input.ConfirmationCode) ??
          (this.#users.set(email, { groups: [], confirmed: true }) && { Session: `confirmed ${email}` })
        );
      case "InitiateAuth":
        return this.#initiate(input);
      case "RespondToAuthChallenge":
        return this.#respond(input);
      case "GetTokensFromRefreshToken":
        return this.#renew(text(input.RefreshToken));
      case "RevokeToken":
        this.#refreshTokens.delete(text(input.Token));
        return {};
      case "GlobalSignOut":
        if (input.AccessToken === this.refusedToken) return "NotAuthorizedException";
        this.revokeAll();
        return {};
      default:
        return {};
    }
  }

  #initiate({ AuthParameters, Session }: Record<string, unknown>): object | string {
    const { USERNAME: email } = AuthParameters as { USERNAME: string }; // what Amplify sends
    if (Session === `confirmed ${email}`) return this.#tokens(email);
    if (!this.#users.get(email)?.confirmed) return "UserNotConfirmedException";
    return this.#mail({
      ChallengeName: "EMAIL_OTP",
      ChallengeParameters: { USERNAME: email },
      Session: `challenge ${email}`,
    });
  }

  #respond({ ChallengeResponses, Session }: Record<string, unknown>): object | string {
    const { USERNAME: email, EMAIL_OTP_CODE: code } = ChallengeResponses as Record<string, string>; // what Amplify sends
    if (Session !== `challenge ${email}`) return "NotAuthorizedException";
    return this.#refusalOf(code) ?? this.#tokens(text(email));
  }

  #refusalOf(code: unknown): string | null {
    if (this.#wrongTries >= mostWrongTries) return "LimitExceededException";
    if (this.#codeIsOld) return "ExpiredCodeException";
    if (code === this.code) return null;
    this.#wrongTries += 1;
    return "CodeMismatchException";
  }

  /** Refresh tokens rotate: each use answers the next one. */
  #renew(token: string): object | string {
    const used = this.#refreshTokens.get(token);
    if (!used) return "NotAuthorizedException";
    if (used.goodUntil < Date.now()) return "RefreshTokenReuseException";
    used.goodUntil = Math.min(used.goodUntil, Date.now() + graceMs);
    return this.#tokens(used.email);
  }

  #mail(answer: object): object {
    this.code = String(10_000_000 + this.calls.length);
    this.#wrongTries = 0;
    this.#codeIsOld = false;
    return answer;
  }

  #tokens(email: string): object {
    return { AuthenticationResult: this.issueTokens(email) };
  }

  /** The tokens of somebody who has signed in. */
  issueTokens(email: string): IssuedTokens {
    const iat = Math.floor(Date.now() / 1000);
    const who = { sub: `sub-${email}`, iat, exp: iat + 3600, jti: ++this.#issued };
    const user = this.#users.get(email);
    const refreshToken = `refresh ${this.#issued}`;
    this.#refreshTokens.set(refreshToken, { email, goodUntil: Number.POSITIVE_INFINITY });
    return {
      AccessToken: jwt({ ...who, username: `sub-${email}`, "cognito:groups": user?.groups }),
      IdToken: jwt({ ...who, email, name: user?.name }),
      RefreshToken: refreshToken,
    };
  }
}

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.signature`;
}
