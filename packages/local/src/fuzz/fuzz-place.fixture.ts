import { connect } from "node:net";
import { expect } from "vitest";
import { inlineFunction, type MachineForTests, machineOf } from "../machine.fixture";

const pool = { AuthType: "AMAZON_COGNITO_USER_POOLS" };
const api = { ApiId: { Ref: "Api" } };
const handlers = `export function onPublish(ctx) { return ctx.events; }
export function onSubscribe(ctx) { if (ctx.info.channel.segments.length > 2) util.unauthorized(); }`;

/** Something of everything that bytes from outside can reach. */
const template = {
  Resources: {
    Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName: "queue" } },
    Table: {
      Type: "AWS::DynamoDB::Table",
      Properties: {
        TableName: "table",
        KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "PK", AttributeType: "S" }],
      },
    },
    Lines: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "/lines" } },
    Echo: inlineFunction("Echo", "exports.handler = async (event) => event;"),
    Pool: {
      Type: "AWS::Cognito::UserPool",
      Properties: {
        UsernameAttributes: ["email"],
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["EMAIL_OTP"] } },
        UserPoolTier: "ESSENTIALS",
      },
    },
    Client: {
      Type: "AWS::Cognito::UserPoolClient",
      Properties: { UserPoolId: { Ref: "Pool" }, ExplicitAuthFlows: ["ALLOW_USER_AUTH"] },
    },
    Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "api", ProtocolType: "HTTP" } },
    Integration: {
      Type: "AWS::ApiGatewayV2::Integration",
      Properties: {
        ...api,
        IntegrationType: "AWS_PROXY",
        IntegrationUri: { "Fn::GetAtt": ["Echo", "Arn"] },
        PayloadFormatVersion: "2.0",
      },
    },
    SignedIn: {
      Type: "AWS::ApiGatewayV2::Authorizer",
      Properties: {
        ...api,
        Name: "SignedIn",
        AuthorizerType: "JWT",
        IdentitySource: ["$request.header.Authorization"],
        JwtConfiguration: {
          Audience: [{ Ref: "Client" }],
          Issuer: { "Fn::GetAtt": ["Pool", "ProviderURL"] },
        },
      },
    },
    Open: {
      Type: "AWS::ApiGatewayV2::Route",
      Properties: { ...api, RouteKey: "ANY /open/{proxy+}", Target: target() },
    },
    Closed: {
      Type: "AWS::ApiGatewayV2::Route",
      Properties: {
        ...api,
        RouteKey: "GET /closed/{id}",
        Target: target(),
        AuthorizationType: "JWT",
        AuthorizerId: { Ref: "SignedIn" },
      },
    },
    Stage: {
      Type: "AWS::ApiGatewayV2::Stage",
      Properties: { ...api, StageName: "$default", AutoDeploy: true },
    },
    Live: {
      Type: "AWS::AppSync::Api",
      Properties: {
        Name: "live",
        EventConfig: {
          AuthProviders: [
            { ...pool, CognitoConfig: { UserPoolId: { Ref: "Pool" }, AwsRegion: "us-east-1" } },
            { AuthType: "AWS_IAM" },
          ],
          ConnectionAuthModes: [pool, { AuthType: "AWS_IAM" }],
          DefaultPublishAuthModes: [{ AuthType: "AWS_IAM" }],
          DefaultSubscribeAuthModes: [pool, { AuthType: "AWS_IAM" }],
        },
      },
    },
    Channels: {
      Type: "AWS::AppSync::ChannelNamespace",
      Properties: {
        ApiId: { "Fn::GetAtt": ["Live", "ApiId"] },
        Name: "shop",
        HandlerConfigs: {},
        CodeHandlers: `import { util } from "@aws-appsync/utils";\n${handlers}`,
      },
    },
  },
};

function target(): object {
  return { "Fn::Join": ["", ["integrations/", { Ref: "Integration" }]] };
}

export interface Answer {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  readonly text: string;
}

/** A machine that is shouted at, and whether it is still well. */
export class FuzzPlace {
  private constructor(private readonly machine: MachineForTests) {}

  static async open(): Promise<FuzzPlace> {
    return new FuzzPlace(await machineOf(template));
  }

  get aws(): string {
    return this.machine.aws;
  }

  get api(): string {
    return this.machine.api;
  }

  /** Writes bytes as they are and reads what comes back, until the other side ends it or says no more. */
  send(to: string, bytes: Buffer, patienceMs = 5000): Promise<Answer> {
    const { hostname, port } = new URL(to);
    return new Promise((done) => {
      let text = "";
      const socket = connect(Number(port), hostname);
      const settle = () => {
        socket.destroy();
        done({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text });
      };
      socket.setTimeout(patienceMs, settle);
      socket.on("data", (chunk) => {
        text += chunk.toString("latin1");
      });
      socket.on("error", settle);
      socket.on("close", settle);
      socket.write(bytes);
    });
  }

  /** No answer was 500 and the machine answers as ever. */
  async isWell({ status, text }: Answer): Promise<void> {
    expect(status, text.slice(0, 2000)).not.toBe(500);
    // What nobody had thought of is logged with where it happened.
    expect(this.machine.lines.filter((each) => each.includes("\n    at "))).toEqual([]);
    const health = await fetch(`${this.aws}/_local/health`);
    expect(health.status).toBe(200);
  }

  close(): Promise<void> {
    return this.machine.stop();
  }
}
