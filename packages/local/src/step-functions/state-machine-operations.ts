import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Operation } from "../service";
import type { StateMachine } from "./ledger";
import { Name, Page, pageOf, parseInput } from "./operation-input";
import { parseDefinition } from "./parse-definition";
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

const Validate = z.object({
  definition: z.string().min(1).max(1_048_576),
  type: z.enum(["STANDARD", "EXPRESS"]).optional(),
  severity: z.enum(["ERROR", "WARNING"]).optional(),
  maxResults: z.number().int().min(0).max(100).optional(),
});

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
    ValidateStateMachineDefinition: (input) => validate(parseInput(Validate, input)),
    DeleteStateMachine: async (input) => {
      await stateMachines.delete(parseInput(ByArn, input).stateMachineArn);
      return {};
    },
  };
}

/** The first fault that is found; definitions that run on AWS but not here are refused too. */
function validate({ definition }: z.infer<typeof Validate>): object {
  try {
    parseDefinition(definition);
    return { result: "OK", diagnostics: [], truncated: false };
  } catch (cause) {
    if (!(cause instanceof AwsError)) throw cause;
    const diagnostic = { severity: "ERROR", code: "SCHEMA_VALIDATION_FAILED", message: cause.message };
    return { result: "FAIL", diagnostics: [diagnostic], truncated: false };
  }
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
