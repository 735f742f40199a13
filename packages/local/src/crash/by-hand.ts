import { z } from "zod";
import { type AwsPort, Refused } from "../load/aws-port";
import { names } from "./crash-template";

const Config = z.object({ userPoolId: z.string(), clientId: z.string() });
const Codes = z.array(z.object({ code: z.string() }));

/** How to see later that something acknowledged is still there. */
interface Acknowledged {
  readonly what: string;
  isThere(): Promise<boolean>;
}

/** Everything that is made by single calls: each is acknowledged, or it is unknown whether it was done. */
export class ByHand {
  readonly #acknowledged: Acknowledged[] = [];
  #config: z.infer<typeof Config> | undefined;
  #refreshToken: string | undefined;
  #next = 0;

  /** @param hasRun whether the function `Async` has run for that order */
  constructor(
    private readonly aws: AwsPort,
    private readonly hasRun: (order: string) => boolean,
  ) {}

  /** One after the other, until a kill comes between. */
  async makeSome(): Promise<void> {
    this.#config ??= Config.parse(await this.aws.local("config"));
    const n = this.#next++;
    const makings = [
      () => this.#makeRule(n),
      () => this.#makeMachineAndRun(n),
      () => this.#sendMessage(n),
      () => this.#writeLine(n),
      () => this.#writeRow(n),
      () => this.#invokeLater(n),
      () => this.#signIn(n),
    ];
    // Each call is the first after a start in its turn.
    for (let index = 0; index < makings.length; index += 1) await makings[(n + index) % makings.length]?.();
  }

  /** What was acknowledged and is not there. */
  async missing(): Promise<string[]> {
    const missing: string[] = [];
    for (const { what, isThere } of this.#acknowledged) {
      const there = await isThere().catch((cause) => {
        if (cause instanceof Refused) return false;
        throw cause;
      });
      if (!there) missing.push(`${what} was acknowledged and is not there`);
    }
    return missing;
  }

  get count(): number {
    return this.#acknowledged.length;
  }

  /** What has been looked at is not looked at again. */
  forget(): void {
    this.#acknowledged.length = 0;
  }

  #keep(what: string, isThere: () => Promise<boolean>): void {
    this.#acknowledged.push({ what, isThere });
  }

  async #makeRule(n: number): Promise<void> {
    const bus = { EventBusName: `hand-${n}` };
    const rule = { Name: "hand", ...bus };
    const Targets = [{ Id: "t", Arn: "arn:aws:sqs:us-east-1:000000000000:direct" }];
    await this.aws.call("AWSEvents.CreateEventBus", { Name: bus.EventBusName });
    this.#keep(`bus ${n}`, async () => {
      await this.aws.call("AWSEvents.DescribeEventBus", { Name: bus.EventBusName });
      return true;
    });
    await this.aws.call("AWSEvents.PutRule", { ...rule, EventPattern: '{"source":["hand"]}' });
    await this.aws.call("AWSEvents.PutTargets", { Rule: "hand", ...bus, Targets });
    this.#keep(`the target of rule ${n}`, async () => {
      const found = await this.aws.call("AWSEvents.ListTargetsByRule", { Rule: "hand", ...bus });
      return found.Targets.length === 1;
    });
  }

  /** An execution started by name: once, whatever is retried. */
  async #makeMachineAndRun(n: number): Promise<void> {
    const States = { Wait: { Type: "Wait", Seconds: 1, Next: "End" }, End: { Type: "Succeed", Output: n } };
    const definition = JSON.stringify({ QueryLanguage: "JSONata", StartAt: "Wait", States });
    const roleArn = "arn:aws:iam::000000000000:role/hand";
    const made = { name: `hand-${n}`, roleArn, definition };
    const { stateMachineArn } = await this.aws.call("AWSStepFunctions.CreateStateMachine", made);
    const started = { stateMachineArn, name: "once", input: "{}" };
    const { executionArn } = await this.aws.call("AWSStepFunctions.StartExecution", started);
    this.#keep(`execution ${n}`, async () => {
      const found = await this.aws.call("AWSStepFunctions.DescribeExecution", { executionArn });
      return found.status === "SUCCEEDED" && found.output === String(n);
    });
  }

  async #sendMessage(n: number): Promise<void> {
    const QueueUrl = "http://127.0.0.1/000000000000/direct";
    await this.aws.call("AmazonSQS.SendMessage", { QueueUrl, MessageBody: `hand-${n}` });
    this.#keep(`message ${n}`, async () => {
      const found = await this.aws.call("AmazonSQS.ReceiveMessage", { QueueUrl, WaitTimeSeconds: 10 });
      const [message] = found.Messages ?? [];
      if (message === undefined) return false;
      // Any of them stands for any other: as many as were acknowledged are to come.
      await this.aws.call("AmazonSQS.DeleteMessage", { QueueUrl, ReceiptHandle: message.ReceiptHandle });
      return /^hand-/.test(message.Body);
    });
  }

  async #writeLine(n: number): Promise<void> {
    const startTime = Date.now() - 60_000;
    const written = { logGroupName: names.group, logStreamName: "hand" };
    const logEvents = [{ timestamp: Date.now(), message: `hand-${n}-line` }];
    await this.aws.call("Logs_20140328.PutLogEvents", { ...written, logEvents });
    this.#keep(`log line ${n}`, async () => {
      const wanted = { logGroupName: names.group, logStreamNames: ["hand"], startTime };
      const filterPattern = `"hand-${n}-line"`;
      const found = await this.aws.call("Logs_20140328.FilterLogEvents", { ...wanted, filterPattern });
      return found.events.length === 1;
    });
  }

  async #writeRow(n: number): Promise<void> {
    const key = { PK: { S: `hand-${n}` } };
    await this.aws.call("DynamoDB_20120810.PutItem", { TableName: names.table, Item: key });
    this.#keep(`row ${n}`, async () => {
      const found = await this.aws.call("DynamoDB_20120810.GetItem", { TableName: names.table, Key: key });
      return found.Item !== undefined;
    });
  }

  async #invokeLater(n: number): Promise<void> {
    await this.aws.invokeLater("Async", { order: `hand-${n}` });
    this.#keep(`asynchronous invocation ${n}`, async () => this.hasRun(`hand-${n}`));
  }

  /** A user, the code sent to them, the sign-in it opens, and what the one before is still good for. */
  async #signIn(n: number): Promise<void> {
    const { userPoolId: UserPoolId, clientId: ClientId } = this.#config ?? { userPoolId: "", clientId: "" };
    const cognito = (operation: string, input: object) =>
      this.aws.call(`AWSCognitoIdentityProviderService.${operation}`, input);
    if (this.#refreshToken !== undefined) {
      await cognito("GetTokensFromRefreshToken", { ClientId, RefreshToken: this.#refreshToken });
    }
    const email = `hand.${n}@example.com`;
    const UserAttributes = [
      { Name: "email", Value: email },
      { Name: "email_verified", Value: "true" },
    ];
    await cognito("AdminCreateUser", {
      UserPoolId,
      Username: email,
      UserAttributes,
      MessageAction: "SUPPRESS",
    });
    this.#keep(`user ${n}`, async () => {
      await cognito("AdminGetUser", { UserPoolId, Username: email });
      return true;
    });
    const AuthParameters = { USERNAME: email, PREFERRED_CHALLENGE: "EMAIL_OTP" };
    const { Session } = await cognito("InitiateAuth", { ClientId, AuthFlow: "USER_AUTH", AuthParameters });
    const [sent] = Codes.parse(await this.aws.local(`inbox?to=${email}`));
    const ChallengeResponses = { USERNAME: email, EMAIL_OTP_CODE: sent?.code ?? "" };
    const answer = { ClientId, ChallengeName: "EMAIL_OTP", Session, ChallengeResponses };
    const { AuthenticationResult } = await cognito("RespondToAuthChallenge", answer);
    this.#refreshToken = AuthenticationResult.RefreshToken;
    this.#keep(`sign-in ${n}`, async () => {
      const RefreshToken = AuthenticationResult.RefreshToken;
      return (await cognito("GetTokensFromRefreshToken", { ClientId, RefreshToken })) !== undefined;
    });
  }
}
