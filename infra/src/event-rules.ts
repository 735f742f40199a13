import { eventType, lineEvents } from "@serverlesspresso/contracts/event";
import { eventSource, type Names } from "@serverlesspresso/contracts/names";
import { Duration } from "aws-cdk-lib";
import { type IRuleTarget, Match, Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction, SfnStateMachine } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { DeadLetters } from "./dead-letters";
import type { EventBusWithLog } from "./event-bus-with-log";
import type { OrderWorkflow } from "./order-workflow";
import type { ServiceFunctions } from "./service-functions";

export interface EventRulesProps {
  names: Names;
  bus: EventBusWithLog;
  deadLetters: DeadLetters;
  functions: ServiceFunctions;
  workflow: OrderWorkflow;
}

/** Which event starts what. Each target has retries and a dead-letter queue. */
export class EventRules extends Construct {
  constructor(
    scope: Construct,
    private readonly props: EventRulesProps,
  ) {
    super(scope, "Rules");
    const { functions, workflow } = props;
    this.#onEvent("NewOrder", eventType.newOrder, new SfnStateMachine(workflow.stateMachine, this.#delivery));
    this.#onEvent("WorkflowStarted", eventType.workflowStarted, this.#invoke(functions.workflowStarted));
    this.#onEvent(
      "WaitingCompletion",
      eventType.waitingForBarista,
      this.#invoke(functions.waitingCompletion),
    );
    this.#onEvent(
      "WaitingCollection",
      eventType.waitingForCollection,
      this.#invoke(functions.waitingCollection),
    );
    this.#onEvent("ShopUnavailable", eventType.shopUnavailable, this.#invoke(functions.shopUnavailable));
    new Rule(this, "Publisher", {
      ruleName: props.names.of("Publisher"),
      description: "Events that tell of an order's row or the shop's go to the live feed",
      eventBus: props.bus.bus,
      eventPattern: { source: [eventSource], detail: { version: Match.exists() } },
      targets: [this.#invoke(functions.publisher)],
    });
    new Rule(this, "LineKeeper", {
      ruleName: props.names.of("LineKeeper"),
      description: "Events that move the baristas' queue teach how long it is likely to take",
      eventBus: props.bus.bus,
      eventPattern: { source: [eventSource], detailType: [...lineEvents] },
      targets: [this.#invoke(functions.lineKeeper)],
    });
    new Rule(this, "Sweeper", {
      ruleName: props.names.of("Sweeper"),
      description: "Finishes what a crash left half-done",
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [this.#invoke(functions.sweeper)],
    });
  }

  get #delivery() {
    return {
      deadLetterQueue: this.props.deadLetters.events,
      retryAttempts: 185,
      maxEventAge: Duration.hours(24),
    };
  }

  #invoke(handler: IFunction): IRuleTarget {
    return new LambdaFunction(handler, this.#delivery);
  }

  #onEvent(name: string, detailType: string, target: IRuleTarget): void {
    new Rule(this, name, {
      ruleName: this.props.names.of(name),
      eventBus: this.props.bus.bus,
      eventPattern: { source: [eventSource], detailType: [detailType] },
      targets: [target],
    });
  }
}
