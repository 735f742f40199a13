export const stateMachine = "arn:aws:states:us-east-1:000000000000:stateMachine:";

const queueArn = { "Fn::GetAtt": ["Tokens", "Arn"] };

/** A workflow of four states with one token, one without, and a function that hears of events. */
export function benchTemplate(heardFile: string): object {
  return {
    Resources: {
      Tokens: { Type: "AWS::SQS::Queue", Properties: { QueueName: "tokens" } },
      Asked: rule("Asked", { "detail-type": ["Asked"] }, queueArn),
      Waiting: machine("Waiting", {
        Prepare: { Type: "Pass", Assign: { n: "{% $states.input.n %}" }, Next: "Ask" },
        Ask: {
          Type: "Task",
          Resource: "arn:aws:states:::events:putEvents.waitForTaskToken",
          Arguments: {
            Entries: [
              {
                Source: "bench",
                DetailType: "Asked",
                Detail: { token: "{% $states.context.Task.Token %}" },
              },
            ],
          },
          TimeoutSeconds: 900,
          Next: "Decide",
        },
        Decide: { Type: "Choice", Choices: [{ Condition: "{% $n >= 0 %}", Next: "End" }] },
        End: { Type: "Succeed" },
      }),
      Quick: machine("Quick", {
        Prepare: { Type: "Pass", Assign: { n: "{% $states.input.n %}" }, Next: "Double" },
        Double: { Type: "Pass", Output: { twice: "{% $n * 2 %}" }, Next: "Decide" },
        Decide: { Type: "Choice", Choices: [{ Condition: "{% $n >= 0 %}", Next: "End" }] },
        End: { Type: "Succeed" },
      }),
      Heard: rule("Heard", { "detail-type": ["Heard"] }, { "Fn::GetAtt": ["Hears", "Arn"] }),
      Hears: {
        Type: "AWS::Lambda::Function",
        Properties: {
          FunctionName: "Hears",
          Handler: "index.handler",
          Runtime: "nodejs22.x",
          Role: "arn:aws:iam::000000000000:role/hears",
          Code: { ZipFile: hears },
          Environment: { Variables: { HEARD: heardFile } },
        },
      },
    },
  };
}

/** Notes when it runs, in ms with fractions. */
const hears = `const { appendFileSync } = require("node:fs");
exports.handler = async ({ detail, n = detail.n }) => {
  appendFileSync(process.env.HEARD, n + " " + (performance.timeOrigin + performance.now()) + "\\n");
};`;

function rule(Name: string, EventPattern: object, Arn: object): object {
  return { Type: "AWS::Events::Rule", Properties: { Name, EventPattern, Targets: [{ Id: "t", Arn }] } };
}

function machine(StateMachineName: string, States: Record<string, object>): object {
  const definition = { QueryLanguage: "JSONata", StartAt: "Prepare", States };
  return {
    Type: "AWS::StepFunctions::StateMachine",
    Properties: {
      StateMachineName,
      RoleArn: "arn:aws:iam::000000000000:role/bench",
      DefinitionString: JSON.stringify(definition),
    },
  };
}
