import { sweeperMetrics } from "@serverlesspresso/api/sweeper/report-swept";
import { namesOf } from "@serverlesspresso/contracts/names";
import { App } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { BackendStack } from "./backend-stack";

let template: Template;

beforeAll(() => {
  template = templateOf("default");
}, 60_000);

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
  for (const MetricName of sweeperMetrics.names) {
    const { namespace: Namespace } = sweeperMetrics;
    template.hasResourceProperties("AWS::CloudWatch::Alarm", { Namespace, MetricName });
  }
});

test("no function may do everything, or anything to every table", () => {
  for (const policy of Object.values(template.findResources("AWS::IAM::Policy"))) {
    for (const statement of policy.Properties.PolicyDocument.Statement) {
      const actions = [statement.Action].flat();
      expect(actions.filter((action) => action === "*" || action.endsWith(":*"))).toEqual([]);
      const everything = [statement.Resource].flat().includes("*");
      if (everything)
        expect(
          actions.every((action) => /^(logs|xray):/.test(action)),
          actions.join(),
        ).toBe(true);
    }
  }
});

test("sign-in is by e-mail code: no password flow, no hosted page, no default origin", () => {
  template.hasResourceProperties("AWS::Cognito::UserPoolClient", {
    ExplicitAuthFlows: ["ALLOW_USER_AUTH"],
    AllowedOAuthFlowsUserPoolClient: false,
    CallbackURLs: Match.absent(),
  });
});

test("only the shop and the API's description are public", () => {
  const open = Object.values(template.findResources("AWS::ApiGatewayV2::Route")).filter(
    (route) => route.Properties.AuthorizationType !== "JWT",
  );
  expect(open.map((route) => route.Properties.RouteKey).sort()).toEqual(["GET /openapi.json", "GET /shop"]);
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

function templateOf(stage: string): Template {
  return Template.fromStack(
    new BackendStack(new App({ analyticsReporting: false }), `Test-${stage}`, { stage }),
  );
}
