import { machineForTests, temporaryFolder } from "../machine-for-tests";
import type { CodeMail } from "./cognito";
import { type CognitoService, createCognitoService } from "./cognito-service";
import { deployForTests } from "./deploy-for-tests";

// Answers of operations are open structures; a test reads what it asked for.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Open = any;

export const poolProperties = {
  UserPoolName: "shop",
  UsernameAttributes: ["email"],
  AutoVerifiedAttributes: ["email"],
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
  UserPoolTier: "ESSENTIALS",
};
export const clientProperties = {
  ClientName: "web",
  ExplicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  PreventUserExistenceErrors: "ENABLED",
  EnableTokenRevocation: true,
  AccessTokenValidity: 60,
  IdTokenValidity: 60,
  RefreshTokenValidity: 43_200,
  TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "minutes" },
};

/** Cognito on a data folder of its own, with one pool, one client and the group `staff`. */
export class CognitoPlace {
  readonly mails: CodeMail[] = [];
  readonly #place = temporaryFolder();
  machine = machineForTests(this.#place.folder);
  poolId = "";
  clientId = "";
  #service: CognitoService | undefined;

  static async open(client: object = {}): Promise<CognitoPlace> {
    const place = new CognitoPlace();
    await place.start(client);
    return place;
  }

  get service(): CognitoService {
    if (!this.#service) throw new Error("not started");
    return this.#service;
  }

  get folder(): string {
    return this.#place.folder;
  }

  async start(client: object = {}): Promise<void> {
    const mail = async (message: CodeMail): Promise<void> => {
      this.mails.push(message);
    };
    const service = createCognitoService(this.machine, { mail });
    const pool = await deployForTests(service, "AWS::Cognito::UserPool", "Pool", poolProperties);
    const web = await deployForTests(service, "AWS::Cognito::UserPoolClient", "Web", {
      ...clientProperties,
      UserPoolId: pool.ref,
      ...client,
    });
    await deployForTests(service, "AWS::Cognito::UserPoolGroup", "Staff", {
      UserPoolId: pool.ref,
      GroupName: "staff",
    });
    this.#service = service;
    this.poolId = pool.ref;
    this.clientId = web.ref;
  }

  async restart(client: object = {}): Promise<void> {
    await this.service.close?.();
    this.machine.clock.close();
    this.machine = machineForTests(this.folder);
    await this.start(client);
  }

  /** As after `kill -9`: nothing is closed, the next process finds what is on disk. */
  async kill(client: object = {}): Promise<void> {
    this.machine.clock.close();
    this.machine = machineForTests(this.folder);
    await this.start(client);
  }

  async close(): Promise<void> {
    await this.service.close?.();
    this.machine.clock.close();
    this.#place.remove();
  }

  async call(operation: string, input: object): Promise<Open> {
    const run = this.service.operations?.[operation];
    if (!run) throw new Error(`there is no operation ${operation}`);
    // Through JSON as on the wire, so that what is undefined is missing.
    return JSON.parse(JSON.stringify(await run(JSON.parse(JSON.stringify(input)))));
  }

  /** A call of the public client. */
  ask(operation: string, input: object): Promise<Open> {
    return this.call(operation, { ClientId: this.clientId, ...input });
  }

  /** A call of the back end. */
  admin(operation: string, input: object = {}): Promise<Open> {
    return this.call(operation, { UserPoolId: this.poolId, ...input });
  }

  lastCode(): string {
    return this.mails.at(-1)?.code ?? "";
  }

  async createUser(email: string, groups: readonly string[] = []): Promise<string> {
    const UserAttributes = [
      { Name: "email", Value: email },
      { Name: "email_verified", Value: "true" },
    ];
    const { User } = await this.admin("AdminCreateUser", { Username: email, UserAttributes });
    for (const GroupName of groups) {
      await this.admin("AdminAddUserToGroup", { Username: email, GroupName });
    }
    return User.Username;
  }

  /** Asks for a sign-in code; answers the session. */
  async askForCode(email: string): Promise<string> {
    const { Session } = await this.ask("InitiateAuth", {
      AuthFlow: "USER_AUTH",
      AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: "EMAIL_OTP" },
    });
    return Session;
  }

  giveCode(email: string, session: string, code: string): Promise<Open> {
    return this.ask("RespondToAuthChallenge", {
      ChallengeName: "EMAIL_OTP",
      ChallengeResponses: { USERNAME: email, EMAIL_OTP_CODE: code },
      Session: session,
    });
  }

  /** The tokens of a whole sign-in. */
  async signIn(email: string): Promise<Open> {
    const session = await this.askForCode(email);
    return (await this.giveCode(email, session, this.lastCode())).AuthenticationResult;
  }
}
