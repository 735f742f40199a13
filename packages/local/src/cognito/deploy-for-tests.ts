import type { Deployed, Service } from "../service";

/** Deploys one resource as the template's deployment does: checked by its schema first. */
export async function deployForTests(
  service: Service,
  type: string,
  logicalId: string,
  properties: object,
): Promise<Deployed> {
  const resource = service.resources?.find((each) => each.type === type);
  if (!resource) throw new Error(`${type} is not one of ${service.name}'s resources`);
  return resource.deploy({ logicalId, properties: resource.properties.parse(properties) });
}
