import type { Names } from "@serverlesspresso/contracts/names";
import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { UserPoolOperation } from "aws-cdk-lib/aws-cognito";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { bundleHandler } from "./bundle-handlers";
import type { DeadLetters } from "./dead-letters";
import type { EventBusWithLog } from "./event-bus-with-log";
import type { LiveFeed } from "./live-feed";
import type { OrderWorkflow } from "./order-workflow";
import type { Parameters } from "./parameters";
import type { SignIn } from "./sign-in";
import type { Tables } from "./tables";

/** Names of baristas, the staff's accounts and groups, and the deletion of one's own account. */
const accountActions = [
  "AdminGetUser",
  "AdminCreateUser",
  "AdminUpdateUserAttributes",
  "AdminDeleteUser",
  "AdminListGroupsForUser",
  "AdminAddUserToGroup",
  "AdminRemoveUserFromGroup",
  "CreateGroup",
  "ListUsersInGroup",
].map((action) => `cognito-idp:${action}`);

/** Cognito waits no longer for a trigger. */
const triggerPatience = Duration.seconds(5);

export interface ServiceFunctionsProps {
  stage: string;
  names: Names;
  parameters: Parameters;
  tables: Tables;
  bus: EventBusWithLog;
  signIn: SignIn;
  live: LiveFeed;
  deadLetters: DeadLetters;
}

/** The Lambdas of packages/api, each with no more rights than it uses. */
export class ServiceFunctions extends Construct {
  readonly api: LambdaFunction;
  readonly workflowStarted: LambdaFunction;
  readonly waitingCompletion: LambdaFunction;
  readonly waitingCollection: LambdaFunction;
  readonly shopUnavailable: LambdaFunction;
  readonly orderTimedOut: LambdaFunction;
  readonly publisher: LambdaFunction;
  readonly lineKeeper: LambdaFunction;
  readonly sweeper: LambdaFunction;
  readonly accountConfirmed: LambdaFunction;

  constructor(
    scope: Construct,
    private readonly props: ServiceFunctionsProps,
  ) {
    super(scope, "Functions");
    const { signIn, live, parameters } = props;
    this.api = this.#function("Api", "api", { USER_POOL_ID: signIn.pool.userPoolId });
    this.workflowStarted = this.#function("WorkflowStarted", "workflow-started");
    this.waitingCompletion = this.#function("WaitingCompletion", "waiting-completion");
    this.waitingCollection = this.#function("WaitingCollection", "waiting-collection");
    this.shopUnavailable = this.#function("ShopUnavailable", "shop-unavailable");
    this.orderTimedOut = this.#function("OrderTimedOut", "order-timed-out");
    const feed = { EVENTS_URL: `${parameters.endpointScheme.valueAsString}://${live.api.httpDns}` };
    this.publisher = this.#function("Publisher", "publisher", feed);
    this.lineKeeper = this.#function("LineKeeper", "line-keeper", feed);
    this.sweeper = this.#function("Sweeper", "sweeper", {}, Duration.seconds(55));
    this.accountConfirmed = this.#function("AccountConfirmed", "account-confirmed", {}, triggerPatience);
    signIn.pool.addTrigger(UserPoolOperation.POST_CONFIRMATION, this.accountConfirmed);
    new Alarm(this, "AccountConfirmedErrors", {
      alarmName: props.names.of("serverlesspresso-account-confirmed-errors"),
      alarmDescription: "A confirmed address may still have the password of whoever signed it up",
      metric: this.accountConfirmed.metricErrors({ period: Duration.minutes(5) }),
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.#grant();
  }

  /** Tokens and executions are the workflow's, which is made after the functions it calls. */
  mayUse(workflow: OrderWorkflow): void {
    const { stateMachine } = workflow;
    for (const each of [
      this.api,
      this.workflowStarted,
      this.waitingCompletion,
      this.waitingCollection,
      this.sweeper,
    ]) {
      stateMachine.grantTaskResponse(each);
    }
    this.sweeper.addEnvironment("STATE_MACHINE_ARN", stateMachine.stateMachineArn);
    stateMachine.grantExecution(this.sweeper, "states:DescribeExecution");
  }

  #function(
    name: string,
    entry: string,
    environment: Record<string, string> = {},
    timeout = Duration.seconds(15),
  ) {
    const { names, stage, tables, bus, deadLetters } = this.props;
    const functionName = names.of(name);
    return new LambdaFunction(this, name, {
      functionName,
      code: bundleHandler(entry),
      handler: "index.handler",
      runtime: Runtime.NODEJS_22_X,
      memorySize: 512,
      timeout,
      // An event that the function refused three times ends here.
      deadLetterQueue: deadLetters.functions,
      logGroup: new LogGroup(this, `${name}Log`, {
        logGroupName: `/aws/lambda/${functionName}`,
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      environment: {
        STAGE: stage,
        EVENT_BUS: bus.bus.eventBusName,
        ORDER_TABLE: tables.orders.tableName,
        CONFIG_TABLE: tables.config.tableName,
        COUNTING_TABLE: tables.counting.tableName,
        VALIDATOR_TABLE: tables.validator.tableName,
        ...environment,
      },
    });
  }

  #grant(): void {
    const { tables, bus, signIn, live } = this.props;
    const keepers = [
      this.api,
      this.workflowStarted,
      this.waitingCompletion,
      this.waitingCollection,
      this.shopUnavailable,
      this.orderTimedOut,
      this.sweeper,
    ];
    for (const each of keepers) {
      tables.orders.grantReadWriteData(each);
      tables.config.grantReadData(each);
      // An order that ends without a drink gives its places on code and day back.
      tables.validator.grantReadWriteData(each);
      bus.bus.grantPutEventsTo(each);
    }
    tables.config.grantWriteData(this.sweeper);
    tables.config.grantWriteData(this.api);
    tables.counting.grantReadWriteData(this.api);
    tables.counting.grantReadWriteData(this.lineKeeper);
    live.api.grantPublish(this.publisher);
    live.api.grantPublish(this.lineKeeper);
    signIn.pool.grant(this.api, ...accountActions);
    this.accountConfirmed.addToRolePolicy(
      new PolicyStatement({
        actions: ["cognito-idp:AdminSetUserPassword"],
        // Of any pool: the one that calls it names it, and so cannot be named by it.
        resources: [
          Stack.of(this).formatArn({ service: "cognito-idp", resource: "userpool", resourceName: "*" }),
        ],
      }),
    );
  }
}
