import type { Machine, Service, Target } from "../service";
import { busOperations } from "./bus-operations";
import { DeliveryLog } from "./delivery-log";
import { Dispatcher } from "./dispatcher";
import { EventIntake } from "./event-intake";
import { eventBusResource, ruleResource } from "./event-resources";
import { putEvents } from "./put-events";
import { type EventsSource, mostEvents, RecentEvents } from "./recent-events";
import { RuleBook } from "./rule-book";
import { ruleOperations } from "./rule-operations";
import { Scheduler } from "./scheduler";
import { targetOperations } from "./target-operations";
import { testEventPattern } from "./test-event-pattern";

export interface EventsService extends Service, EventsSource {}

/** EventBridge: buses, rules, schedules, and deliveries that survive a crash. */
export function createEventsService(machine: Machine, targets: () => readonly Target[]): EventsService {
  const rules = RuleBook.open(machine);
  const log = DeliveryLog.open(machine.dataFolder);
  const recent = new RecentEvents();
  const dispatcher = new Dispatcher(machine, { rules, log, recent, targets });
  const intake = new EventIntake(machine, { rules, log, recent, dispatcher });
  const scheduler = new Scheduler(machine, rules, intake);
  return {
    name: "events",
    targetPrefix: "AWSEvents",
    jsonVersion: "1.1",
    operations: {
      ...busOperations(machine, rules),
      ...ruleOperations(machine, rules),
      ...targetOperations(rules),
      TestEventPattern: testEventPattern,
      PutEvents: (input) => putEvents(machine, rules, intake, input),
    },
    resources: [eventBusResource(machine, rules), ruleResource(machine, rules)],
    mostEvents,
    recent: () => recent.list(),
    onEvent: (listener) => recent.onEvent(listener),
    async start() {
      dispatcher.start();
      scheduler.start();
    },
    async close() {
      scheduler.close();
      dispatcher.close();
      await log.close();
      await rules.close();
    },
  };
}
