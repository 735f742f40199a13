import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SFNClient } from "@aws-sdk/client-sfn";
import { SQSClient } from "@aws-sdk/client-sqs";
import { z } from "zod";
import { inlineFunction, type MachineForTests, machineOf } from "../machine.fixture";

/** For what comes by itself a little later, on a machine that may have much else to do. */
export const slow = { timeout: 20_000 };

export const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:000000000000:${rest}`;
export const queueArn = (name: string) => arn("sqs", name);
export const functionArn = (name: string) => arn("lambda", `function:${name}`);

const echo = `exports.handler = async (event) => {
  console.log("heard", JSON.stringify(event));
  if (event.fail) throw new RangeError("as asked");
  return { heard: event };
};`;

/** What stands before anything is done by hand. */
const template = {
  Resources: {
    Failed: { Type: "AWS::SQS::Queue", Properties: { QueueName: "failed" } },
    Echo: inlineFunction("Echo", echo, { Description: "says it again", Timeout: 5 }),
    Other: inlineFunction("Other", echo),
    EchoRetries: {
      Type: "AWS::Lambda::EventInvokeConfig",
      Properties: {
        FunctionName: { Ref: "Echo" },
        Qualifier: "$LATEST",
        MaximumRetryAttempts: 0,
        DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": ["Failed", "Arn"] } } },
      },
    },
    Pool: {
      Type: "AWS::Cognito::UserPool",
      Properties: {
        UserPoolName: "people",
        UsernameAttributes: ["email"],
        AutoVerifiedAttributes: ["email"],
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
        UserPoolTier: "ESSENTIALS",
      },
    },
    Client: {
      Type: "AWS::Cognito::UserPoolClient",
      Properties: {
        UserPoolId: { Ref: "Pool" },
        ClientName: "web",
        ExplicitAuthFlows: ["ALLOW_USER_AUTH"],
        RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 0 },
      },
    },
  },
  Outputs: { PoolId: { Value: { Ref: "Pool" } }, ClientId: { Value: { Ref: "Client" } } },
};

const Config = z.object({ poolId: z.string(), clientId: z.string() });
const Inbox = z.array(z.object({ code: z.string() })).min(1);

/** A machine, AWS's own clients for it, and a list of what has been called and answered. */
export interface WalkPlace {
  readonly machine: MachineForTests;
  readonly poolId: string;
  readonly clientId: string;
  readonly events: EventBridgeClient;
  readonly lambda: LambdaClient;
  readonly logs: CloudWatchLogsClient;
  readonly sqs: SQSClient;
  readonly sfn: SFNClient;
  readonly cognito: CognitoIdentityProviderClient;
  readonly dynamodb: DynamoDBClient;
  /** `events PutEvents`: each call that succeeded at least once. */
  readonly called: Set<string>;
  /** The last code sent to an address. */
  codeFor(email: string): Promise<string>;
  close(): Promise<void>;
}

export async function openWalkPlace(): Promise<WalkPlace> {
  const machine = await machineOf(template);
  const { poolId, clientId } = Config.parse(await (await fetch(`${machine.aws}/_local/config`)).json());
  const called = new Set<string>();
  const settings = {
    endpoint: machine.aws,
    region: "us-east-1",
    credentials: { accessKeyId: "by-hand", secretAccessKey: "x" },
    maxAttempts: 1,
  };
  const recorded = <Client extends { middlewareStack: object }>(client: Client, service: string): Client => {
    // Each client's stack has types of its own; what is added works in all of them.
    const stack = client.middlewareStack as Stack;
    stack.add(
      (next, { commandName = "" }) =>
        async (given) => {
          const answer = await next(given);
          called.add(`${service} ${commandName.replace(/Command$/, "")}`);
          return answer;
        },
      { step: "initialize" },
    );
    return client;
  };
  return {
    machine,
    poolId,
    clientId,
    called,
    events: recorded(new EventBridgeClient(settings), "events"),
    lambda: recorded(new LambdaClient(settings), "lambda"),
    logs: recorded(new CloudWatchLogsClient(settings), "logs"),
    sqs: recorded(new SQSClient(settings), "sqs"),
    sfn: recorded(new SFNClient(settings), "states"),
    cognito: recorded(new CognitoIdentityProviderClient(settings), "cognito-idp"),
    dynamodb: recorded(new DynamoDBClient(settings), "dynamodb"),
    async codeFor(email) {
      const answer = await fetch(`${machine.aws}/_local/inbox?to=${encodeURIComponent(email)}`);
      return Inbox.parse(await answer.json())[0]?.code ?? "";
    },
    close: () => machine.stop(),
  };
}

interface Stack {
  add(
    middleware: (
      next: (given: unknown) => Promise<unknown>,
      context: { commandName?: string },
    ) => (given: unknown) => Promise<unknown>,
    options: { step: "initialize" },
  ): void;
}
