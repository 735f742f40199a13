import type { AppConfig } from "@serverlesspresso/contracts/app-config";
import { aloneAmongTabs } from "./alone-among-tabs";
import { callCognito, isNamed } from "./call-cognito";
import { type RenewPorts, renewTokens } from "./renew-tokens";
import { signInErrorOf } from "./sign-in-error";
import { SignInFlow, type SignInPorts, type SignInStep } from "./sign-in-flow";
import { forgetUser, readSession, readTokens, type Session } from "./stored-tokens";

/** A token that is refused this soon after it was renewed is not renewed again: that would go on for ever. */
const renewAgainAfterMs = 30_000;

/** The sign-in of one browser, shared by its tabs. */
export class SessionClient {
  readonly #listeners = new Set<() => void>();
  readonly #flow: SignInFlow;
  #current: Session | null;
  #renewing: Promise<void> | undefined;
  #renewedAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly config: AppConfig,
    readonly ports: SignInPorts & RenewPorts,
  ) {
    this.#flow = new SignInFlow(config, ports);
    this.#current = readSession(ports.storage, config.userPoolClientId);
  }

  /** Who is signed in, as far as this browser knows; at once and without the network. */
  readonly current = (): Session | null => this.#current;

  /** Tells of every change of `current`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * The session with a token that is still good, or null. A token that the server `refused` is renewed, but
   * not once more just after that. Throws NetworkError if it cannot be renewed now.
   */
  async get({ refused }: { refused?: string | null } = {}): Promise<Session | null> {
    this.reread();
    if (!this.#current) return null;
    const { accessToken, expiresAt } = this.#current;
    const renewable = Date.now() - this.#renewedAt >= renewAgainAfterMs;
    if (accessToken === refused ? renewable : expiresAt <= Date.now()) await this.#renew(accessToken);
    return this.#current;
  }

  /** Takes over what another tab stored. */
  reread(): void {
    const stored = readSession(this.ports.storage, this.config.userPoolClientId);
    if (stored?.accessToken === this.#current?.accessToken) return;
    this.#current = stored;
    for (const listener of this.#listeners) listener();
  }

  /** The address that a code has been sent to, also after a reload. */
  readonly waitingForCode = (): string | null => this.#flow.waitingForCode();

  /** Loads what signing in takes, so that the first tap of it needs not wait. */
  prepareSignIn(): void {
    this.#flow.prepare();
  }

  /** Sends a code to a new or known address. Throws SignInError. */
  startSignIn(address: string): Promise<SignInStep> {
    return this.#noticing(this.#flow.start(address));
  }

  /** Sends another code. Throws SignInError. */
  resendCode(): Promise<SignInStep> {
    return this.#noticing(this.#flow.resendCode());
  }

  /** Signs in with the code from the e-mail. Throws SignInError. */
  confirmSignIn(code: string): Promise<SignInStep> {
    return this.#noticing(this.#flow.confirm(code));
  }

  /** Back to the e-mail box. */
  abandonSignIn(): void {
    this.#flow.abandon();
  }

  /** Ends the sign-in of this browser, at once and without the network too. */
  async signOut(): Promise<void> {
    const tokens = readTokens(this.ports.storage, this.config.userPoolClientId);
    this.forget();
    if (!tokens?.refreshToken) return;
    const input = { ClientId: this.config.userPoolClientId, Token: tokens.refreshToken };
    // Nobody has the token any more: one that was not revoked ends by itself.
    await callCognito(this.config, "RevokeToken", input).catch(() => undefined);
  }

  /** Ends the sign-ins of all devices. Throws SignInError, and everything stays as it was. */
  async signOutEverywhere(): Promise<void> {
    try {
      await this.#signOutEverywhere(await this.get());
    } catch (error) {
      throw signInErrorOf(error);
    }
    this.forget();
  }

  /** Forgets who is signed in, for example because the account is gone. */
  forget(): void {
    forgetUser(this.ports.storage, this.config.userPoolClientId);
    this.reread();
  }

  async #signOutEverywhere(session: Session | null): Promise<void> {
    if (!session) return;
    const { accessToken } = session;
    try {
      await callCognito(this.config, "GlobalSignOut", { AccessToken: accessToken });
    } catch (error) {
      if (!isNamed(error, "NotAuthorizedException")) throw error;
      // A token that was refused may be renewed, unless another device was quicker: then there is none.
      const renewed = await this.get({ refused: accessToken });
      if (renewed?.accessToken === accessToken) throw error;
      await this.#signOutEverywhere(renewed);
    }
  }

  #renew(accessToken: string): Promise<void> {
    this.#renewing ??= renewTokens(this.config, this.ports, accessToken)
      .then(() => {
        this.#renewedAt = Date.now();
      })
      .finally(() => {
        this.#renewing = undefined;
        this.reread();
      });
    return this.#renewing;
  }

  async #noticing(step: Promise<SignInStep>): Promise<SignInStep> {
    const next = await step;
    if (next.step === "done") this.reread();
    return next;
  }
}

/** The sign-in of this browser; other tabs' sign-ins and sign-outs are noticed. */
export function createSession(config: AppConfig): SessionClient {
  const session = new SessionClient(config, {
    storage: localStorage,
    tabStorage: sessionStorage,
    alone: (run) => aloneAmongTabs("serverlesspresso.renew", run),
    async loadCognito() {
      const cognito = await import("./cognito-sign-in");
      cognito.configure(config);
      return cognito;
    },
  });
  window.addEventListener("storage", () => session.reread());
  return session;
}
