import { eventSource, type Names } from "@serverlesspresso/contracts/names";
import { ArnFormat, RemovalPolicy, Stack } from "aws-cdk-lib";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup, ResourcePolicy, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

/** The bus, and a log group that holds every event of ours. */
export class EventBusWithLog extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, names: Names) {
    super(scope, "Events");
    this.bus = new EventBus(this, "Bus", { eventBusName: names.eventBus });
    const log = new LogGroup(this, "Log", {
      logGroupName: names.eventLogGroup,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const rule = new Rule(this, "LogAll", {
      ruleName: names.of("LogAll"),
      description: "Writes every event of the system to its log group",
      eventBus: this.bus,
      eventPattern: { source: [eventSource] },
    });
    // CDK's own log group target brings a custom resource along; the plain ARN needs none.
    const logArn = Stack.of(this).formatArn({
      service: "logs",
      resource: "log-group",
      resourceName: names.eventLogGroup,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    rule.addTarget({ bind: () => ({ arn: logArn }) });
    rule.node.addDependency(log);
    new ResourcePolicy(this, "MayWriteLog", {
      resourcePolicyName: names.of("serverlesspresso-events-to-log"),
      policyStatements: [
        new PolicyStatement({
          principals: [
            new ServicePrincipal("events.amazonaws.com"),
            new ServicePrincipal("delivery.logs.amazonaws.com"),
          ],
          actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [`${logArn}:*`],
        }),
      ],
    });
  }
}
