import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Machine, Operation } from "../service";
import { busName } from "./bus-name";
import { page } from "./page";
import { defaultBus } from "./rule";
import type { EventBus, RuleBook } from "./rule-book";

const name = z.string().regex(/^[/.\-_A-Za-z0-9]{1,256}$/);
const CreateInput = z.object({ Name: name, Description: z.string().max(512).optional() });
const UpdateInput = z.object({ Name: z.string().optional(), Description: z.string().max(512).optional() });
const DescribeInput = z.object({ Name: z.string().optional() });
const DeleteInput = z.object({ Name: z.string() });
const ListInput = z.object({
  NamePrefix: z.string().default(""),
  Limit: z.number().int().min(1).max(100).optional(),
  NextToken: z.string().optional(),
});

/** The operations on event buses. */
export function busOperations(machine: Machine, rules: RuleBook): Record<string, Operation> {
  const describe = (bus: EventBus) => ({
    Name: bus.name,
    Arn: rules.busArn(bus.name),
    Description: bus.description,
    CreationTime: bus.createdAt / 1000,
    LastModifiedTime: bus.createdAt / 1000,
  });
  return {
    async CreateEventBus(input) {
      const { Name, Description } = CreateInput.parse(input);
      if (rules.hasBus(Name)) {
        throw new AwsError("ResourceAlreadyExistsException", `Event bus ${Name} already exists.`);
      }
      await rules.putBus({ name: Name, description: Description, createdAt: machine.clock.now() });
      return { EventBusArn: rules.busArn(Name), Description };
    },
    async UpdateEventBus(input) {
      const { Name, Description } = UpdateInput.parse(input);
      const bus = rules.bus(busName(Name));
      await rules.putBus({ ...bus, description: Description });
      return { Name: bus.name, Arn: rules.busArn(bus.name), Description };
    },
    DescribeEventBus: (input) => describe(rules.bus(busName(DescribeInput.parse(input).Name))),
    ListEventBuses(input) {
      const { NamePrefix, ...rest } = ListInput.parse(input);
      const { items, next } = page(
        rules.buses().filter((bus) => bus.name.startsWith(NamePrefix)),
        rest,
      );
      return { EventBuses: items.map(describe), ...next };
    },
    async DeleteEventBus(input) {
      const { Name } = DeleteInput.parse(input);
      if (Name === defaultBus) throw refusal("Cannot delete event bus default.");
      if (rules.rulesOf(Name).length > 0) throw refusal(`Event bus ${Name} still has rules.`);
      if (rules.hasBus(Name)) await rules.deleteBus(Name);
      return {};
    },
  };
}

function refusal(message: string): AwsError {
  return new AwsError("ValidationException", message);
}
