import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createApp } from "@serverlesspresso/api/app";
import { accessExtension } from "@serverlesspresso/api/define-route";
import { MemoryPorts } from "@serverlesspresso/api/fakes/memory-ports";
import { sweeperMetrics } from "@serverlesspresso/api/sweeper/report-swept";
import { namesOf } from "@serverlesspresso/contracts/names";
import { App } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { BackendStack } from "./backend-stack";

let template: Template;

beforeAll(() => {
  template = templateOf("default");
}, 180_000);

describe("names that the workshop knows", () => {
  const names = namesOf("default");

  test("the bus, the tables, the workflow and the log group have them", () => {
    template.hasResourceProperties("AWS::Events::EventBus", { Name: names.eventBus });
    template.hasResourceProperties("AWS::StepFunctions::StateMachine", { StateMachineName: names.workflow });
    template.hasResourceProperties("AWS::Logs::LogGroup", { LogGroupName: names.eventLogGroup });
    for (const TableName of [
      names.orderTable,
      names.configTable,
      names.countingTable,
      names.validatorTable,
    ]) {
      template.hasResourceProperties("AWS::DynamoDB::Table", { TableName });
    }
  });

  test("the rules NewOrder and WorkflowStarted listen to exactly their event", () => {
    for (const [Name, type] of [
      ["NewOrder", "Validator.NewOrder"],
      ["WorkflowStarted", "OrderProcessor.WorkflowStarted"],
    ]) {
      template.hasResourceProperties("AWS::Events::Rule", {
        Name,
        EventPattern: { source: ["awsserverlessda.serverlesspresso"], "detail-type": [type] },
      });
    }
  });
});

test("a second stage shares no physical name with the first", () => {
  const physicalNames = (from: Template) =>
    Object.values(
      from.toJSON().Resources as Record<string, { Properties?: Record<string, unknown> }>,
    ).flatMap(({ Properties = {} }) =>
      ["TableName", "QueueName", "FunctionName", "StateMachineName", "LogGroupName", "UserPoolName"].flatMap(
        (key) => (typeof Properties[key] === "string" ? [Properties[key]] : []),
      ),
    );
  const first = new Set(physicalNames(template));
  expect(first.size).toBeGreaterThan(20);
  expect(physicalNames(templateOf("try")).filter((name) => first.has(name))).toEqual([]);
}, 60_000);

test("every function of a rule has retries and a queue for what it refuses", () => {
  const rules = Object.values(template.findResources("AWS::Events::Rule"));
  const targets = rules.flatMap((rule) => rule.Properties.Targets);
  const withoutLog = targets.filter((target) => !JSON.stringify(target.Arn).includes(":log-group:"));
  expect(withoutLog).toHaveLength(rules.length - 1);
  for (const target of withoutLog) {
    expect(target.DeadLetterConfig, target.Id).toBeDefined();
    expect(target.RetryPolicy, target.Id).toBeDefined();
  }
  template.allResourcesProperties("AWS::Lambda::Function", {
    DeadLetterConfig: Match.anyValue(),
  });
});

test("each count of the sweeper raises an alarm of its own", () => {
  for (const MetricName of Object.keys(sweeperMetrics.units)) {
    const { namespace: Namespace } = sweeperMetrics;
    template.hasResourceProperties("AWS::CloudWatch::Alarm", { Namespace, MetricName });
  }
});

test("an order that has been half-done for more than five minutes raises an alarm, a younger one does not", () => {
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    MetricName: "oldestSeconds",
    Statistic: "Maximum",
    ComparisonOperator: "GreaterThanThreshold",
    Threshold: 300,
  });
});

test("no function may do everything, or anything to every table", () => {
  for (const { Action, Resource } of statementsOf("AWS::IAM::Policy")) {
    const actions = [Action].flat();
    expect(actions.filter((action) => action === "*" || action.endsWith(":*"))).toEqual([]);
    if ([Resource].flat().includes("*"))
      expect(
        actions.every((action) => /^(logs|xray):/.test(action)),
        actions.join(),
      ).toBe(true);
  }
});

test("the live feed may get items of the validator's table, and nothing else", () => {
  const [validator] = Object.keys(
    template.findResources("AWS::DynamoDB::Table", {
      Properties: { TableName: namesOf("default").validatorTable },
    }),
  );
  const appsync = Match.objectLike({ Principal: { Service: "appsync.amazonaws.com" } });
  const roles = template.findResources("AWS::IAM::Role", {
    Properties: { AssumeRolePolicyDocument: { Statement: Match.arrayWith([appsync]) } },
  });
  expect(Object.values(roles).flatMap(({ Properties }) => Properties.Policies)).toEqual([
    {
      PolicyName: "get",
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Action: "dynamodb:GetItem",
            Effect: "Allow",
            Resource: { "Fn::GetAtt": [validator, "Arn"] },
          },
        ],
      },
    },
  ]);
  for (const role of Object.keys(roles)) {
    template.resourcePropertiesCountIs("AWS::IAM::Policy", { Roles: Match.arrayWith([{ Ref: role }]) }, 0);
  }
});

test("accounts are reached with the calls that the API and its trigger make, and no others", () => {
  const source = ["aws/cognito-staff-directory", "aws/cognito-passwords"]
    .map((name) => fileURLToPath(import.meta.resolve(`@serverlesspresso/api/${name}`)))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const calls = [...source.matchAll(/^ {2}(?:paginate)?([A-Z]\w+?)(?:Command)?,$/gm)].map(([, name]) => name);
  const granted = statementsOf("AWS::IAM::Policy")
    .flatMap(({ Action }) => [Action].flat())
    .filter((action) => action.startsWith("cognito-idp:"));
  const used = calls.filter((name) => !/Client$|Exception$/.test(name ?? ""));
  expect(granted.sort()).toEqual(used.map((name) => `cognito-idp:${name}`).sort());
});

test("whoever confirms an address loses the password that somebody else may have signed it up with", () => {
  const [name] = Object.keys(
    template.findResources("AWS::Lambda::Function", {
      Properties: { FunctionName: "AccountConfirmed", Timeout: 5 },
    }),
  );
  const Arn = { "Fn::GetAtt": [name, "Arn"] };
  template.hasResourceProperties("AWS::Cognito::UserPool", { LambdaConfig: { PostConfirmation: Arn } });
  template.hasResourceProperties("AWS::Lambda::Permission", {
    FunctionName: Arn,
    Principal: "cognito-idp.amazonaws.com",
  });
});

test("sign-in is by e-mail code: no password flow, no hosted page, no default origin", () => {
  template.hasResourceProperties("AWS::Cognito::UserPoolClient", {
    ExplicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    RefreshTokenRotation: Match.absent(),
    AllowedOAuthFlowsUserPoolClient: false,
    CallbackURLs: Match.absent(),
  });
});

test("an address leads to no account before its owner has confirmed it there, and nobody writes a name of their own", () => {
  template.hasResourceProperties("AWS::Cognito::UserPool", {
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email"] },
  });
  template.hasResourceProperties("AWS::Cognito::UserPoolClient", { WriteAttributes: ["email"] });
});

test("what API Gateway lets anybody read is what the API declares public, and its description", async () => {
  const Operation = z.object({ [accessExtension]: z.union([z.literal("public"), z.array(z.string())]) });
  const Description = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });
  const answer = await createApp(new MemoryPorts()).request("/openapi.json");
  const { paths } = Description.parse(await answer.json());
  const declared = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation[accessExtension] === "public")
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  const open = Object.values(template.findResources("AWS::ApiGatewayV2::Route")).filter(
    (route) => route.Properties.AuthorizationType !== "JWT",
  );
  expect(open.map((route) => route.Properties.RouteKey).sort()).toEqual(
    [...declared, "GET /openapi.json"].sort(),
  );
});

test("the stage bounds what all instances of the API are asked together", () => {
  template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
    StageName: "$default",
    DefaultRouteSettings: { ThrottlingBurstLimit: 1000, ThrottlingRateLimit: 500 },
  });
});

test("the API tells its headers to our own origins, and no others", () => {
  template.hasResourceProperties("AWS::ApiGatewayV2::Api", {
    CorsConfiguration: {
      AllowOrigins: { Ref: "AllowedOrigins" },
      AllowHeaders: ["authorization", "content-type", "idempotency-key", "if-match"],
      ExposeHeaders: ["etag", "retry-after"],
      AllowMethods: ["GET", "PUT", "POST", "PATCH", "DELETE"],
      AllowCredentials: Match.absent(),
    },
  });
});

test("nobody but the back end publishes to the live feed", () => {
  template.hasResourceProperties("AWS::AppSync::Api", {
    EventConfig: {
      ConnectionAuthModes: [{ AuthType: "AMAZON_COGNITO_USER_POOLS" }],
      DefaultPublishAuthModes: [{ AuthType: "AWS_IAM" }],
      DefaultSubscribeAuthModes: [{ AuthType: "AMAZON_COGNITO_USER_POOLS" }],
    },
  });
});

/** Every statement of the template's policies. */
function statementsOf(type: string): { Action: string | string[]; Resource: unknown }[] {
  return Object.values(template.findResources(type)).flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement,
  );
}

function templateOf(stage: string): Template {
  return Template.fromStack(
    new BackendStack(new App({ analyticsReporting: false }), `Test-${stage}`, { stage }),
  );
}
