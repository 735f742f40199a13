import type { AppConfig } from "@serverlesspresso/contracts/app-config";
import { z } from "zod";
import { aloneAmongTabs } from "./alone-among-tabs";
import { callCognito, isNamed } from "./call-cognito";
import { NetworkError } from "./network-error";
import { type RenewPorts, renewTokens } from "./renew-tokens";
import { SignInError, signInErrorOf } from "./sign-in-error";
import { readStored } from "./stored-json";
import { forgetUser, readSession, readTokens, type Session, storeTokens } from "./stored-tokens";

/** A token that is refused this soon after it was renewed is not renewed again: that would go on for ever. */
const renewAgainAfterMs = 30_000;

const waitingKey = "serverlesspresso.sign-in";
const WaitingForCode = z.object({ email: z.string(), sent: z.enum(["sign-up", "sign-in"]) });
type WaitingForCode = z.infer<typeof WaitingForCode>;

/** What a screen asks for next. */
export type SignInStep = { step: "code"; email: string } | { step: "done" };

type Cognito = typeof import("./cognito-sign-in");

/** `storage` keeps the tokens: this browser's. */
interface Ports extends RenewPorts {
  /** A sign-in half done: this tab's, over reloads. */
  tabStorage: Storage;
  loadCognito(): Promise<Cognito>;
}

/** The sign-in of one browser, shared by its tabs. */
export class SessionClient {
  readonly #listeners = new Set<() => void>();
  #current: Session | null;
  #renewing: Promise<void> | undefined;
  #renewedAt = Number.NEGATIVE_INFINITY;
  #loaded: Promise<Cognito> | undefined;

  constructor(
    readonly config: AppConfig,
    readonly ports: Ports,
  ) {
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
  readonly waitingForCode = (): string | null => this.#waiting()?.email ?? null;

  /** Sends a code to a new or known address. Throws SignInError. */
  startSignIn(address: string): Promise<SignInStep> {
    const email = address.trim().toLowerCase();
    return this.#try(async (cognito) => {
      const sent = await cognito.sendCode(email);
      return this.#wait(email, sent === "none" ? null : sent);
    });
  }

  /** Sends another code. Throws SignInError. */
  resendCode(): Promise<SignInStep> {
    return this.#try(async (cognito) => {
      const { email, sent } = this.#expectWaiting();
      const again = await cognito.sendCodeAgain(email, sent);
      return this.#wait(email, again === "none" ? null : again);
    });
  }

  /** Signs in with the code from the e-mail. Throws SignInError. */
  confirmSignIn(entered: string): Promise<SignInStep> {
    const code = entered.replace(/\s/g, "");
    return this.#try(async (cognito) => {
      const waiting = this.#expectWaiting();
      await this.#enterCode(cognito, waiting, code).catch((cause) => {
        // Nothing else was given here that could be wrong.
        if (isNamed(cause, "InvalidParameterException")) throw new SignInError("wrong_code", { cause });
        throw cause;
      });
      return this.#wait(waiting.email, null);
    });
  }

  /** Back to the e-mail box. */
  abandonSignIn(): void {
    this.ports.tabStorage.removeItem(waitingKey);
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
      const session = await this.get();
      if (session) await callCognito(this.config, "GlobalSignOut", { AccessToken: session.accessToken });
    } catch (error) {
      // Somebody has done the same from another device.
      if (!isNamed(error, "NotAuthorizedException")) throw signInErrorOf(error);
    }
    this.forget();
  }

  /** Forgets who is signed in, for example because the account is gone. */
  forget(): void {
    forgetUser(this.ports.storage, this.config.userPoolClientId);
    this.reread();
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

  async #enterCode(cognito: Cognito, { email, sent }: WaitingForCode, code: string): Promise<void> {
    if (sent === "sign-in") return cognito.answerChallenge(code);
    const tokens = await cognito.confirmNewAccount(this.config, email, code);
    storeTokens(this.ports.storage, this.config.userPoolClientId, tokens);
  }

  async #try<T>(action: (cognito: Cognito) => Promise<T>): Promise<T> {
    try {
      return await action(await this.#cognito());
    } catch (error) {
      throw signInErrorOf(error);
    }
  }

  async #cognito(): Promise<Cognito> {
    this.#loaded ??= this.ports.loadCognito();
    try {
      return await this.#loaded;
    } catch (cause) {
      this.#loaded = undefined;
      throw new NetworkError("The sign-in could not be loaded", { cause });
    }
  }

  #wait(email: string, sent: WaitingForCode["sent"] | null): SignInStep {
    if (sent) {
      this.ports.tabStorage.setItem(waitingKey, JSON.stringify({ email, sent } satisfies WaitingForCode));
      return { step: "code", email };
    }
    this.abandonSignIn();
    this.reread();
    return { step: "done" };
  }

  #waiting(): WaitingForCode | null {
    return readStored(this.ports.tabStorage, waitingKey, WaitingForCode);
  }

  #expectWaiting(): WaitingForCode {
    const waiting = this.#waiting();
    if (!waiting) throw new SignInError("expired_code");
    return waiting;
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
