import { setTimeout } from "node:timers/promises";
import type { LinePorts } from "../line/line-keeper";
import type { Ports } from "../ports";
import { RememberedRevocations } from "../staff/remembered-revocations";
import { AppSyncEvents } from "./app-sync-events";
import { CognitoStaffDirectory } from "./cognito-staff-directory";
import { createDocumentClient } from "./document-client";
import { DynamoCounter } from "./dynamo-counter";
import { DynamoDayStore } from "./dynamo-day-store";
import { DynamoLineStore } from "./dynamo-line-store";
import { DynamoMenuStore } from "./dynamo-menu-store";
import { DynamoOrderStore } from "./dynamo-order-store";
import { DynamoRevocations } from "./dynamo-revocations";
import { DynamoShopStore } from "./dynamo-shop-store";
import { DynamoValidatorStore } from "./dynamo-validator-store";
import { readEnvironment } from "./environment";
import { EventBridgeBus } from "./event-bridge-bus";
import { StepFunctionsExecutions, StepFunctionsWorkflow } from "./step-functions";

const clock = { now: () => Date.now() };

/** What the handlers of the workflow's and the bus's events reach. */
export function createHandlerPorts(): Omit<
  Ports,
  "days" | "lines" | "menus" | "counter" | "staff" | "revocations"
> {
  const env = readEnvironment("EVENT_BUS", "ORDER_TABLE", "CONFIG_TABLE", "VALIDATOR_TABLE");
  const client = createDocumentClient();
  const tables = { orders: env.ORDER_TABLE, validator: env.VALIDATOR_TABLE };
  return {
    orders: new DynamoOrderStore(client, tables.orders),
    validator: new DynamoValidatorStore(client, tables),
    shops: new DynamoShopStore(client, env.CONFIG_TABLE),
    bus: new EventBridgeBus(env.EVENT_BUS),
    workflow: new StepFunctionsWorkflow(),
    clock,
  };
}

/** What the HTTP API reaches. */
export function createApiPorts(): Ports {
  const env = readEnvironment(
    "ORDER_TABLE",
    "CONFIG_TABLE",
    "COUNTING_TABLE",
    "VALIDATOR_TABLE",
    "USER_POOL_ID",
  );
  const client = createDocumentClient();
  const revocations = new DynamoRevocations(client, env.VALIDATOR_TABLE);
  return {
    ...createHandlerPorts(),
    menus: new DynamoMenuStore(client, env.CONFIG_TABLE),
    days: new DynamoDayStore(client, env.ORDER_TABLE),
    lines: new DynamoLineStore(client, env.COUNTING_TABLE),
    counter: new DynamoCounter(client, env.COUNTING_TABLE),
    staff: new CognitoStaffDirectory(env.USER_POOL_ID),
    revocations: new RememberedRevocations(revocations, clock),
  };
}

/** What the sweeper reaches. */
export function createSweeperPorts() {
  const env = readEnvironment("STATE_MACHINE_ARN");
  return { ...createHandlerPorts(), executions: new StepFunctionsExecutions(env.STATE_MACHINE_ARN) };
}

/** What the keeper of the line reaches. */
export function createLinePorts(): LinePorts {
  const env = readEnvironment("COUNTING_TABLE", "EVENTS_URL", "AWS_REGION");
  return {
    lines: new DynamoLineStore(createDocumentClient(), env.COUNTING_TABLE),
    feed: new AppSyncEvents(env.EVENTS_URL, env.AWS_REGION),
    clock,
    sleep: setTimeout,
  };
}
