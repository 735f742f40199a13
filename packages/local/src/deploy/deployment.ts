import { AwsError } from "../aws-error";
import type { Deployed, ResourceType } from "../service";
import type { Assets } from "./assets";
import { awsOnlyResource, isAwsOnly } from "./aws-only";
import { deploymentOrder } from "./dependencies";
import { inlineAssets } from "./inline-assets";
import { resolve } from "./intrinsics";
import { type ParameterValue, parameterValues } from "./parameters";
import { hasPlaceholder } from "./placeholder";
import { propertyProblems } from "./property-problems";
import { createScope, type Place, placeholderLookup, type ResourceLookup } from "./scope";
import { StackChanges, type Wanted } from "./stack-changes";
import type { Resource, Template } from "./template";
import { TemplateError } from "./template-error";

export interface DeployedResource extends Deployed {
  readonly logicalId: string;
  readonly type: string;
}

export interface DeploymentInput {
  readonly template: Template;
  readonly parameters: Readonly<Record<string, string>>;
  readonly types: readonly ResourceType[];
  readonly assets: Assets;
  readonly place: Place;
  /** Where it is kept what earlier templates have made. */
  readonly dataFolder: string;
}

/**
 * One template on its way into the machine: checked as a whole first, then deployed in order. What an earlier
 * template made and this one no longer has is removed, unless it is retained.
 */
export class Deployment {
  readonly values: Readonly<Record<string, ParameterValue>>;
  readonly resources = new Map<string, DeployedResource>();
  outputs: Readonly<Record<string, string>> = {};
  readonly #input: DeploymentInput;
  readonly #types: ReadonlyMap<string, ResourceType>;
  readonly #present: Readonly<Record<string, Resource>>;
  readonly #order: readonly string[];
  readonly #awsOnly = new Set<string>();

  /** @throws TemplateError with everything that is unsupported, by resource and property */
  constructor(input: DeploymentInput) {
    this.#input = input;
    this.#types = new Map(input.types.map((type) => [type.type, type]));
    this.values = parameterValues(input.template, input.parameters);
    const scope = this.#scope(() => undefined);
    this.#present = Object.fromEntries(
      Object.entries(input.template.Resources).filter(
        ([, resource]) => resource.Condition === undefined || scope.condition(resource.Condition),
      ),
    );
    this.#order = deploymentOrder(this.#present);
    const problems = this.#order.flatMap((logicalId) => this.#check(logicalId));
    if (problems.length > 0) throw new TemplateError(problems);
  }

  get template(): Template {
    return this.#input.template;
  }

  get place(): Place {
    return this.#input.place;
  }

  /** What of the template has no effect here: types, and properties of types that do. */
  get awsOnly(): readonly string[] {
    return [...this.#awsOnly].sort();
  }

  /**
   * Creates or updates every resource, each after those it needs, then removes what is no longer there.
   * @throws TemplateError naming each resource that cannot be changed so; nothing is changed then
   */
  async deploy(): Promise<void> {
    const changes = new StackChanges(this.#input.dataFolder, this.#types);
    const problems = await changes.problems(this.#order.flatMap((logicalId) => this.#wanted(logicalId)));
    if (problems.length > 0) throw new TemplateError(problems);
    const scope = this.#scope((logicalId) => this.resources.get(logicalId));
    for (const logicalId of this.#order) {
      const { Type: type, Properties } = this.#resource(logicalId);
      try {
        const properties = this.#resolved(type, Properties, scope);
        const deployed = await this.#deployOne(logicalId, type, properties);
        this.resources.set(logicalId, { logicalId, type, ...deployed });
        changes.note({ logicalId, type, ref: deployed.ref, isRetained: this.#isRetained(logicalId) });
      } catch (cause) {
        throw named(logicalId, type, cause);
      }
    }
    this.outputs = this.#outputs(scope);
    await changes.removeOthers([...this.resources.values()]);
  }

  #wanted(logicalId: string): Wanted[] {
    const { Type: type, Properties } = this.#resource(logicalId);
    const scope = this.#scope(placeholderLookup(new Set(Object.keys(this.#present))));
    const properties = this.#resolved(type, Properties, scope);
    const parsed = this.#types.get(type)?.properties.safeParse(properties);
    if (!parsed?.success || hasPlaceholder(properties)) return [];
    return [{ logicalId, type, properties: parsed.data }];
  }

  #isRetained(logicalId: string): boolean {
    const { DeletionPolicy = "Delete", UpdateReplacePolicy = "Delete" } = this.#resource(logicalId);
    return [DeletionPolicy, UpdateReplacePolicy].every((policy) => policy.startsWith("Retain"));
  }

  #deployOne(logicalId: string, type: string, properties: Record<string, unknown>) {
    const known = this.#types.get(type);
    if (known === undefined) return awsOnlyResource(type, logicalId, properties, this.place);
    const parsed = known.properties.safeParse(properties);
    if (!parsed.success) throw new TemplateError(propertyProblems(parsed.error.issues, properties));
    return known.deploy({ logicalId, properties: parsed.data });
  }

  #check(logicalId: string): string[] {
    const { Type: type, Properties } = this.#resource(logicalId);
    const known = this.#types.get(type);
    const owner = `${logicalId} (${type})`;
    if (known === undefined) {
      if (!isAwsOnly(type)) return [`${owner}: this resource type is not supported`];
      this.#awsOnly.add(type);
      return [];
    }
    try {
      const scope = this.#scope(placeholderLookup(new Set(Object.keys(this.#present))));
      const properties = this.#resolved(type, Properties, scope);
      for (const name of known.awsOnly ?? []) {
        if (name in properties) this.#awsOnly.add(`${type}.${name}`);
      }
      const parsed = known.properties.safeParse(properties);
      const problems = parsed.success ? [] : propertyProblems(parsed.error.issues, properties);
      return problems.map((problem) => `${owner}: ${problem}`);
    } catch (cause) {
      return named(logicalId, type, cause).problems.slice();
    }
  }

  #resolved(type: string, properties: unknown, scope: Parameters<typeof resolve>[1]) {
    // A record of properties stays one when its intrinsics are resolved.
    const resolved = resolve(properties, scope) as Record<string, unknown>;
    return inlineAssets(type, resolved, this.#input.assets);
  }

  #outputs(scope: Parameters<typeof resolve>[1]): Record<string, string> {
    const present = Object.entries(this.template.Outputs).filter(
      ([, output]) => output.Condition === undefined || scope.condition(output.Condition),
    );
    return Object.fromEntries(
      present.map(([name, output]) => {
        try {
          return [name, String(resolve(output.Value, scope))];
        } catch (cause) {
          throw named(name, "Output", cause);
        }
      }),
    );
  }

  #resource(logicalId: string): Resource {
    const resource = this.#present[logicalId];
    if (resource === undefined) throw new TemplateError([`there is no resource ${logicalId}`]);
    return resource;
  }

  #scope(lookup: ResourceLookup) {
    return createScope(this.#input.template, this.values, this.#input.place, lookup);
  }
}

function named(logicalId: string, type: string, cause: unknown): TemplateError {
  if (cause instanceof TemplateError) {
    return new TemplateError(cause.problems.map((problem) => `${logicalId} (${type}): ${problem}`));
  }
  if (cause instanceof AwsError) {
    return new TemplateError([`${logicalId} (${type}): ${cause.code}: ${cause.message}`]);
  }
  const error = cause instanceof Error ? cause : new Error(String(cause));
  return Object.assign(new TemplateError([`${logicalId} (${type}): ${error.message}`]), { cause: error });
}
