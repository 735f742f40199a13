import { references } from "./intrinsics";
import type { Resource } from "./template";
import { TemplateError } from "./template-error";

/**
 * The logical ids in an order in which each comes after what it needs (Ref, GetAtt, Sub, DependsOn).
 * @throws TemplateError naming the resources of a circle
 */
export function deploymentOrder(resources: Readonly<Record<string, Resource>>): string[] {
  const order: string[] = [];
  const state = new Map<string, "entered" | "done">();
  const visit = (id: string, way: readonly string[]): void => {
    if (state.get(id) === "done") return;
    if (state.get(id) === "entered") {
      const circle = [...way.slice(way.indexOf(id)), id].join(" -> ");
      throw new TemplateError([`circular dependency: ${circle}`]);
    }
    state.set(id, "entered");
    for (const needed of neededBy(resources[id])) {
      if (Object.hasOwn(resources, needed)) visit(needed, [...way, id]);
    }
    state.set(id, "done");
    order.push(id);
  };
  for (const id of Object.keys(resources)) visit(id, []);
  return order;
}

function neededBy(resource: Resource | undefined): string[] {
  if (resource === undefined) return [];
  return [...[resource.DependsOn].flat(), ...references(resource.Properties)];
}
