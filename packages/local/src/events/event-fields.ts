import { isRecord, type Scalar } from "./pattern-operators";

/** Which element was taken of each array of objects on the way to a leaf. */
export type Places = ReadonlyMap<readonly unknown[], number>;

export interface Field {
  readonly value: Scalar;
  readonly places: Places;
}

/** The leaves of an event by their dotted path; intermediate nodes and empty arrays are none. */
export type EventFields = ReadonlyMap<string, readonly Field[]>;

/** Flattens an event once, for all the patterns it is held against. */
export function eventFields(event: unknown): EventFields {
  const fields = new Map<string, Field[]>();
  collect(event, "", new Map(), fields);
  return fields;
}

function collect(node: unknown, path: string, places: Places, fields: Map<string, Field[]>): void {
  if (Array.isArray(node)) {
    for (const [index, element] of node.entries()) {
      const isNested = typeof element === "object" && element !== null;
      collect(element, path, isNested ? new Map(places).set(node, index) : places, fields);
    }
    return;
  }
  if (isRecord(node)) {
    for (const [name, child] of Object.entries(node)) {
      collect(child, path === "" ? name : `${path}.${name}`, places, fields);
    }
    return;
  }
  const found = fields.get(path);
  // JSON has no other leaves than scalars.
  const field: Field = { value: node as Scalar, places };
  if (found === undefined) fields.set(path, [field]);
  else found.push(field);
}
