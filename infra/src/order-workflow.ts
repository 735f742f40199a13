import { readFileSync } from "node:fs";
import type { Names } from "@serverlesspresso/contracts/names";
import { RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { DeadLetters } from "./dead-letters";
import type { EventBusWithLog } from "./event-bus-with-log";
import type { Tables } from "./tables";

export interface OrderWorkflowProps {
  names: Names;
  tables: Tables;
  bus: EventBusWithLog;
  deadLetters: DeadLetters;
  orderTimedOut: IFunction;
}

/** One execution an order: it reserves a place, waits for people, gives the place back. */
export class OrderWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, props: OrderWorkflowProps) {
    super(scope, "OrderWorkflow");
    const { names, tables, bus, deadLetters, orderTimedOut } = props;
    const definition = readFileSync(new URL("order-processor.asl.json", import.meta.url), "utf8");
    this.stateMachine = new StateMachine(this, "OrderProcessor", {
      stateMachineName: names.workflow,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: {
        EventBusName: bus.bus.eventBusName,
        OrderTable: tables.orders.tableName,
        ConfigTable: tables.config.tableName,
        OrderTimedOutArn: orderTimedOut.functionArn,
        DeadLettersUrl: deadLetters.events.queueUrl,
      },
      logs: {
        // Step Functions asks for this prefix so that its resource policy does not outgrow its limit.
        destination: new LogGroup(this, "Log", {
          logGroupName: `/aws/vendedlogs/states/${names.workflow}`,
          retention: RetentionDays.ONE_MONTH,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
    });
    bus.bus.grantPutEventsTo(this.stateMachine);
    deadLetters.events.grantSendMessages(this.stateMachine);
    orderTimedOut.grantInvoke(this.stateMachine);
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({
        actions: ["dynamodb:UpdateItem", "dynamodb:GetItem"],
        resources: [tables.config.tableArn],
      }),
    );
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({ actions: ["dynamodb:GetItem"], resources: [tables.orders.tableArn] }),
    );
  }
}
