import type { AppConfig } from "@serverlesspresso/contracts/app-config";
import * as z from "zod/mini";
import { isNamed } from "./call-cognito";
import { NetworkError } from "./network-error";
import { SignInError, signInErrorOf } from "./sign-in-error";
import { readStored } from "./storage";
import { storeTokens } from "./stored-tokens";

const waitingKey = "serverlesspresso.sign-in";
const WaitingForCode = z.object({ email: z.string(), sent: z.enum(["sign-up", "sign-in"]) });
type WaitingForCode = z.infer<typeof WaitingForCode>;

/** What a screen asks for next. */
export type SignInStep = { step: "code"; email: string } | { step: "done" };

type Cognito = typeof import("./cognito-sign-in");

export interface SignInPorts {
  /** Tokens: this browser's. */
  storage: Storage;
  /** A sign-in half done: this tab's, over reloads. */
  tabStorage: Storage;
  loadCognito(): Promise<Cognito>;
}

/** The two steps of a sign-in in one tab. Amplify is loaded with the first of them, at the latest. */
export class SignInFlow {
  #loaded: Promise<Cognito> | undefined;

  constructor(
    readonly config: AppConfig,
    readonly ports: SignInPorts,
  ) {}

  /** Loads Amplify ahead of the first step. */
  prepare(): void {
    // Whoever needs it loads it again, and is told.
    this.#cognito().catch(() => undefined);
  }

  /** The address that a code has been sent to, also after a reload. */
  waitingForCode(): string | null {
    return this.#waiting()?.email ?? null;
  }

  /** Sends a code to a new or known address. Throws SignInError. */
  start(address: string): Promise<SignInStep> {
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

  /** Stores the tokens that the code from the e-mail is good for. Throws SignInError. */
  confirm(entered: string): Promise<SignInStep> {
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
  abandon(): void {
    this.ports.tabStorage.removeItem(waitingKey);
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
    this.abandon();
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
