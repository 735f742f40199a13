import { callCognito, isNamed } from "@serverlesspresso/client/call-cognito";
import { AppConfig } from "@serverlesspresso/contracts/app-config";
import * as z from "zod/mini";
import { RobotSession } from "./robot-session";

const Inbox = z.array(z.object({ code: z.string() }));
const Now = z.object({ now: z.number() });
const Challenge = z.object({ Session: z.string() });
const inboxTries = 100;
const againMs = 50;

/** A back end that runs on this machine, as a robot reaches it. */
export class Machine {
  private constructor(
    readonly awsUrl: string,
    readonly config: AppConfig,
  ) {}

  /** Throws if none answers there. */
  static async at(portBase: number): Promise<Machine> {
    const awsUrl = `http://localhost:${portBase + 1566}`;
    const answer = await fetch(`${awsUrl}/_local/config`).catch((cause) => {
      throw new Error(`Nothing runs at ${awsUrl}: npm start, or --own`, { cause });
    });
    return new Machine(awsUrl, AppConfig.parse(await answer.json()));
  }

  /** The machine's time in epoch ms. */
  async now(): Promise<number> {
    return Now.parse(await (await fetch(`${this.awsUrl}/_local/clock`)).json()).now;
  }

  /** Signs in by the code that the machine keeps in its inbox; an unknown address signs up. */
  async signIn(email: string): Promise<RobotSession> {
    const { config } = this;
    const ClientId = config.userPoolClientId;
    const known = (await this.#codes(email)).length;
    const user = { ClientId, Username: email };
    const UserAttributes = [{ Name: "email", Value: email }];
    const isNew = await callCognito(config, "SignUp", { ...user, UserAttributes }).then(
      () => true,
      (error) => {
        if (isNamed(error, "UsernameExistsException")) return false;
        throw error;
      },
    );
    const auth = { ClientId, AuthFlow: "USER_AUTH" };
    if (isNew) {
      const ConfirmationCode = await this.#codeAfter(email, known);
      const confirmed = await callCognito(config, "ConfirmSignUp", { ...user, ConfirmationCode });
      const { Session } = Challenge.parse(confirmed);
      const begun = { ...auth, AuthParameters: { USERNAME: email }, Session };
      return new RobotSession(config, await callCognito(config, "InitiateAuth", begun));
    }
    const AuthParameters = { USERNAME: email, PREFERRED_CHALLENGE: "EMAIL_OTP" };
    const begun = await callCognito(config, "InitiateAuth", { ...auth, AuthParameters });
    const code = await this.#codeAfter(email, known);
    const answered = {
      ClientId,
      ChallengeName: "EMAIL_OTP",
      Session: Challenge.parse(begun).Session,
      ChallengeResponses: { USERNAME: email, EMAIL_OTP_CODE: code },
    };
    return new RobotSession(config, await callCognito(config, "RespondToAuthChallenge", answered));
  }

  async #codes(email: string): Promise<z.infer<typeof Inbox>> {
    const answer = await fetch(`${this.awsUrl}/_local/inbox?to=${encodeURIComponent(email)}`);
    return Inbox.parse(await answer.json());
  }

  async #codeAfter(email: string, known: number): Promise<string> {
    for (let tries = 0; tries < inboxTries; tries += 1) {
      const codes = await this.#codes(email);
      if (codes.length > known && codes[0]) return codes[0].code;
      await new Promise((done) => setTimeout(done, againMs));
    }
    throw new Error(`No code was sent to ${email}.`);
  }
}
