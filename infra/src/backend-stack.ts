import { namesOf } from "@serverlesspresso/contracts/names";
import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { DeadLetters } from "./dead-letters";
import { EventBusWithLog } from "./event-bus-with-log";
import { EventRules } from "./event-rules";
import { HttpApiRoutes } from "./http-api-routes";
import { LiveFeed } from "./live-feed";
import { OrderWorkflow } from "./order-workflow";
import { Outputs } from "./outputs";
import { Parameters } from "./parameters";
import { ServiceFunctions } from "./service-functions";
import { SignIn } from "./sign-in";
import { SweeperAlarms } from "./sweeper-alarms";
import { Tables } from "./tables";

export interface BackendStackProps extends StackProps {
  stage: string;
}

/** Everything behind the three apps, in one CloudFormation template. */
export class BackendStack extends Stack {
  constructor(scope: Construct, id: string, props: BackendStackProps) {
    super(scope, id, props);
    const names = namesOf(props.stage);
    const parameters = new Parameters(this);
    const deadLetters = new DeadLetters(this, names);
    const tables = new Tables(this, names);
    const bus = new EventBusWithLog(this, names);
    const signIn = new SignIn(this, names);
    const live = new LiveFeed(this, { names, signIn, validator: tables.validator });
    const functions = new ServiceFunctions(this, {
      stage: props.stage,
      names,
      parameters,
      tables,
      bus,
      signIn,
      live,
      deadLetters,
    });
    new SweeperAlarms(this, names);
    const workflow = new OrderWorkflow(this, {
      names,
      tables,
      bus,
      deadLetters,
      orderTimedOut: functions.orderTimedOut,
    });
    functions.mayUse(workflow);
    new EventRules(this, { names, bus, deadLetters, functions, workflow });
    const api = new HttpApiRoutes(this, { names, parameters, signIn, handler: functions.api });
    new Outputs(this, { parameters, signIn, live, api });
  }
}
