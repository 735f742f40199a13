import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Operation } from "../service";
import type { StateMachine } from "./ledger";
import { Name, Page, pageOf, parseInput } from "./operation-input";
import type { StateMachines } from "./state-machines";

// Versions, aliases and customer keys would change what later calls mean, so they are refused.
const refused = {
  publish: z.literal(false, "publishing versions is not implemented here").optional(),
  versionDescription: z.undefined("versions are not implemented here").optional(),
  encryptionConfiguration: z.undefined("encryptionConfiguration is not implemented here").optional(),
};

const Create = z.object({
  name: Name,
  definition: z.string(),
  roleArn: z.string(),
  type: z.literal("STANDARD", "only STANDARD is implemented here").optional(),
  ...refused,
});

const Update = z.object({
  stateMachineArn: z.string(),
  definition: z.string().optional(),
  roleArn: z.string().optional(),
  ...refused,
});

const ByArn = z.object({ stateMachineArn: z.string() });

/** Create, Update, Describe, List and Delete of state machines. */
export function stateMachineOperations(stateMachines: StateMachines): Record<string, Operation> {
  return {
    CreateStateMachine: async (input) => {
      const wanted = parseInput(Create, input);
      const existing = stateMachines.find(stateMachines.arnOf(wanted.name));
      const changed = existing?.definition !== wanted.definition || existing.roleArn !== wanted.roleArn;
      if (existing !== undefined && changed) {
        throw new AwsError("StateMachineAlreadyExists", `State Machine Already Exists: '${existing.arn}'`);
      }
      const { name, definition, roleArn } = wanted;
      const { arn, createdAt } = await stateMachines.put({ name, definition, roleArn });
      return { stateMachineArn: arn, creationDate: createdAt / 1000 };
    },
    UpdateStateMachine: async (input) => {
      const { stateMachineArn, definition, roleArn } = parseInput(Update, input);
      const existing = stateMachines.get(stateMachineArn);
      if (definition === undefined && roleArn === undefined) {
        throw new AwsError("MissingRequiredParameter", "Either the definition or the roleArn must be given");
      }
      const { updatedAt, revisionId } = await stateMachines.put({
        name: existing.name,
        definition: definition ?? existing.definition,
        roleArn: roleArn ?? existing.roleArn,
      });
      return { updateDate: updatedAt / 1000, revisionId };
    },
    DescribeStateMachine: (input) => describe(stateMachines.get(parseInput(ByArn, input).stateMachineArn)),
    ListStateMachines: (input) => {
      const { items, nextToken } = pageOf(stateMachines.all(), parseInput(z.object(Page), input));
      return { stateMachines: items.map(summarise), nextToken };
    },
    DeleteStateMachine: async (input) => {
      await stateMachines.delete(parseInput(ByArn, input).stateMachineArn);
      return {};
    },
  };
}

function summarise({ arn, name, createdAt }: StateMachine): object {
  return { stateMachineArn: arn, name, type: "STANDARD", creationDate: createdAt / 1000 };
}

function describe(stateMachine: StateMachine): object {
  const { definition, roleArn, revisionId } = stateMachine;
  return {
    ...summarise(stateMachine),
    status: "ACTIVE",
    definition,
    roleArn,
    revisionId,
    loggingConfiguration: { level: "OFF", includeExecutionData: false },
    tracingConfiguration: { enabled: false },
  };
}
