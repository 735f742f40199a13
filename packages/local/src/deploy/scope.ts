import type { Deployed } from "../service";
import { holds, noValue, type Scope } from "./intrinsics";
import type { ParameterValue } from "./parameters";
import { placeholderFor } from "./placeholder";
import type { Template } from "./template";
import { TemplateError } from "./template-error";

/** What a template is deployed as. */
export interface Place {
  readonly region: string;
  readonly account: string;
  readonly stackName: string;
}

export function stackId({ region, account, stackName }: Place): string {
  return `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/local`;
}

/** Looks up a resource that others refer to; undefined when it is not part of this deployment. */
export type ResourceLookup = (logicalId: string) => Deployed | undefined;

/** What the template's intrinsics can ask for, with resources answered by `lookup`. */
export function createScope(
  template: Template,
  values: Readonly<Record<string, ParameterValue>>,
  place: Place,
  lookup: ResourceLookup,
): Scope {
  const conditions = new Map<string, boolean>();
  const pseudo: Record<string, unknown> = {
    "AWS::Region": place.region,
    "AWS::AccountId": place.account,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackName": place.stackName,
    "AWS::StackId": stackId(place),
    "AWS::NotificationARNs": [],
    "AWS::NoValue": noValue,
  };
  const resource = (logicalId: string): Deployed => {
    const found = lookup(logicalId);
    if (found === undefined) throw new TemplateError([`there is no resource or parameter ${logicalId}`]);
    return found;
  };
  const scope: Scope = {
    ref: (name) => pseudo[name] ?? values[name] ?? resource(name).ref,
    attribute: (logicalId, name) => {
      const value = resource(logicalId).attributes?.[name];
      if (value === undefined) throw new TemplateError([`${logicalId} has no attribute ${name} here`]);
      return value;
    },
    condition: (name) => {
      if (!Object.hasOwn(template.Conditions, name)) throw new TemplateError([`no condition ${name}`]);
      const known = conditions.get(name) ?? holds(template.Conditions[name], scope);
      conditions.set(name, known);
      return known;
    },
    mapping: (map, key, attribute) => {
      const value = template.Mappings[map]?.[key]?.[attribute];
      if (value === undefined) throw new TemplateError([`no mapping ${map}.${key}.${attribute}`]);
      return value;
    },
  };
  return scope;
}

/** Answers placeholders for every resource of the template, to check it before anything is created. */
export function placeholderLookup(logicalIds: ReadonlySet<string>): ResourceLookup {
  return (logicalId) => {
    if (!logicalIds.has(logicalId)) return undefined;
    const attributes = new Proxy<Record<string, string>>(
      {},
      { get: (_, name) => placeholderFor(logicalId, String(name)) },
    );
    return { ref: placeholderFor(logicalId, "Ref"), attributes };
  };
}
