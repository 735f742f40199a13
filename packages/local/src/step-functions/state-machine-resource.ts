import { z } from "zod";
import { AwsError } from "../aws-error";
import { type ResourceType, resourceType } from "../service";
import { Name } from "./operation-input";
import type { StateMachines } from "./state-machines";

const Properties = z
  .strictObject({
    StateMachineName: Name.optional(),
    StateMachineType: z.literal("STANDARD").optional(),
    DefinitionString: z.string().optional(),
    Definition: z.record(z.string(), z.unknown()).optional(),
    DefinitionSubstitutions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    RoleArn: z.string(),
    LoggingConfiguration: z.unknown().optional(),
    TracingConfiguration: z.unknown().optional(),
    Tags: z.unknown().optional(),
  })
  .refine((given) => (given.DefinitionString === undefined) !== (given.Definition === undefined), {
    message: "needs exactly one of DefinitionString and Definition",
    path: ["DefinitionString"],
  });

/** AWS::StepFunctions::StateMachine; `Ref` is the ARN. Executions under way outlive its removal. */
export function stateMachineResource(stateMachines: StateMachines): ResourceType {
  return resourceType<z.infer<typeof Properties>>({
    type: "AWS::StepFunctions::StateMachine",
    properties: Properties,
    awsOnly: ["LoggingConfiguration", "TracingConfiguration", "Tags"],
    removal: { remove: (arn) => stateMachines.delete(arn) },
    deploy: async ({ logicalId, properties }) => {
      const text = properties.DefinitionString ?? JSON.stringify(properties.Definition);
      const { arn, name, revisionId } = await stateMachines.deploy({
        name: properties.StateMachineName ?? logicalId,
        definition: substitute(text, properties.DefinitionSubstitutions ?? {}),
        roleArn: properties.RoleArn,
      });
      return { ref: arn, attributes: { Arn: arn, Name: name, StateMachineRevisionId: revisionId } };
    },
  });
}

function substitute(definition: string, values: Record<string, string | number | boolean>): string {
  return definition.replace(/\$\{([A-Za-z0-9_]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value !== undefined) return String(value);
    throw new AwsError("InvalidDefinition", `DefinitionSubstitutions has no value for \${${name}}`);
  });
}
