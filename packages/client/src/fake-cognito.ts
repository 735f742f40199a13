interface User {
  groups: string[];
  name?: string;
  confirmed: boolean;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** The user pool for tests, at the network: it answers what Amplify and this package ask of Cognito. */
export class FakeCognito {
  readonly calls: string[] = [];
  /** The code in the last e-mail. */
  code = "";
  /** The error that every call ends in, or `offline`. */
  failWith: string | null = null;
  readonly #users = new Map<string, User>();
  #issued = 0;

  addUser(email: string, user: Omit<User, "confirmed">): void {
    this.#users.set(email, { ...user, confirmed: true });
  }

  readonly fetch = async (_url: unknown, init: RequestInit = {}): Promise<Response> => {
    if (this.failWith === "offline") throw new TypeError("Failed to fetch");
    const operation = new Headers(init.headers).get("x-amz-target")?.split(".")[1] ?? "";
    this.calls.push(operation);
    const input: Record<string, unknown> = JSON.parse(String(init.body));
    const answer = this.failWith ?? this.#answer(operation, input);
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
        return this.#mail({ CodeDeliveryDetails: {} });
      case "ConfirmSignUp":
        if (input.ConfirmationCode !== this.code) return "CodeMismatchException";
        this.#users.set(email, { groups: [], confirmed: true });
        return { Session: `confirmed ${email}` };
      case "InitiateAuth":
        return this.#initiate(input);
      case "RespondToAuthChallenge":
        return this.#respond(input);
      case "GetTokensFromRefreshToken":
        return this.#tokens(text(input.RefreshToken).replace("refresh ", ""));
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
    return code === this.code ? this.#tokens(text(email)) : "CodeMismatchException";
  }

  #mail(answer: object): object {
    this.code = String(10_000_000 + this.calls.length);
    return answer;
  }

  #tokens(email: string): object {
    const iat = Math.floor(Date.now() / 1000);
    const who = { sub: `sub-${email}`, iat, exp: iat + 3600, jti: ++this.#issued };
    const user = this.#users.get(email);
    return {
      AuthenticationResult: {
        AccessToken: jwt({ ...who, username: `sub-${email}`, "cognito:groups": user?.groups }),
        IdToken: jwt({ ...who, email, name: user?.name }),
        RefreshToken: `refresh ${email}`,
      },
    };
  }
}

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.signature`;
}
