/** The names of what the crash test works on. */
export const names = {
  bus: "crash",
  group: "/crash",
  table: "rows",
  stateMachine: "arn:aws:states:us-east-1:000000000000:stateMachine:Order",
};

/** How long each workflow waits after its token. */
export const pauseSeconds = 1;

/** Event → rule → workflow: a token, a timer, a function, a row, an event; queues, logs and a function hear of it. */
export function crashTemplate(effectsFolder: string): object {
  return {
    Resources: {
      Bus: { Type: "AWS::Events::EventBus", Properties: { Name: names.bus } },
      Log: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: names.group } },
      Rows: {
        Type: "AWS::DynamoDB::Table",
        Properties: {
          TableName: names.table,
          KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
          AttributeDefinitions: [{ AttributeName: "PK", AttributeType: "S" }],
        },
      },
      Tokens: queue("tokens"),
      Done: queue("done"),
      Direct: queue("direct"),
      Work: effect("Work", effectsFolder),
      Later: effect("Later", effectsFolder),
      Async: effect("Async", effectsFolder),
      Order: {
        Type: "AWS::StepFunctions::StateMachine",
        Properties: {
          StateMachineName: "Order",
          RoleArn: "arn:aws:iam::000000000000:role/order",
          DefinitionString: JSON.stringify(definition),
        },
      },
      OrderRule: rule("Order", { "detail-type": ["Order"] }, { Ref: "Order" }),
      TokenRule: rule("Waiting", { "detail-type": ["Waiting"] }, arnOf("Tokens")),
      DoneRule: rule("Done", { "detail-type": ["Done"] }, arnOf("Done"), arnOf("Later")),
      LogRule: rule("All", { source: ["crash"] }, arnOf("Log")),
      Pool: {
        Type: "AWS::Cognito::UserPool",
        Properties: {
          UsernameAttributes: ["email"],
          Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
          UserPoolTier: "ESSENTIALS",
        },
      },
      Client: {
        Type: "AWS::Cognito::UserPoolClient",
        Properties: {
          UserPoolId: { Ref: "Pool" },
          ExplicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        },
      },
    },
    Outputs: { UserPoolId: { Value: { Ref: "Pool" } }, ClientId: { Value: { Ref: "Client" } } },
  };
}

function arnOf(logicalId: string): object {
  return { "Fn::GetAtt": [logicalId, "Arn"] };
}

function queue(QueueName: string): object {
  // Short, so that what was being received at a kill comes again soon.
  return { Type: "AWS::SQS::Queue", Properties: { QueueName, VisibilityTimeout: 3 } };
}

function rule(Name: string, EventPattern: object, ...arns: object[]): object {
  const Targets = arns.map((Arn, index) => ({ Id: String(index), Arn }));
  return {
    Type: "AWS::Events::Rule",
    Properties: { Name, EventBusName: { Ref: "Bus" }, EventPattern, Targets },
  };
}

/** Writes a line for each run to a file of its own, which no kill of the process can take back. */
function effect(FunctionName: string, folder: string): object {
  const code = `const { appendFileSync } = require("node:fs");
exports.handler = async ({ detail, ...input }) => {
  const { order, execution } = detail ?? input;
  appendFileSync(process.env.EFFECTS, order + " " + Date.now() + " " + execution + "\\n");
};`;
  return {
    Type: "AWS::Lambda::Function",
    Properties: {
      FunctionName,
      Handler: "index.handler",
      Runtime: "nodejs22.x",
      Role: "arn:aws:iam::000000000000:role/effect",
      Timeout: 30,
      Code: { ZipFile: code },
      Environment: { Variables: { EFFECTS: `${folder}/${FunctionName}` } },
    },
  };
}

const event = (detailType: string, detail: object) => ({
  Entries: [{ EventBusName: names.bus, Source: "crash", DetailType: detailType, Detail: detail }],
});
const order = "{% $states.context.Execution.Input.detail.order %}";
const execution = "{% $states.context.Execution.Id %}";

const definition = {
  QueryLanguage: "JSONata",
  StartAt: "Ask",
  States: {
    Ask: {
      Type: "Task",
      Resource: "arn:aws:states:::events:putEvents.waitForTaskToken",
      Arguments: event("Waiting", { order, execution, token: "{% $states.context.Task.Token %}" }),
      TimeoutSeconds: 3600,
      Next: "Pause",
    },
    Pause: { Type: "Wait", Seconds: pauseSeconds, Next: "Work" },
    Work: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: "Work", Payload: { order, execution } },
      Next: "Count",
    },
    Count: {
      Type: "Task",
      Resource: "arn:aws:states:::dynamodb:updateItem",
      Arguments: {
        TableName: names.table,
        Key: { PK: { S: order } },
        UpdateExpression: "ADD runs :one",
        ExpressionAttributeValues: { ":one": { N: "1" } },
      },
      Next: "Tell",
    },
    Tell: {
      Type: "Task",
      Resource: "arn:aws:states:::events:putEvents",
      Arguments: event("Done", { order, execution }),
      End: true,
    },
  },
};
