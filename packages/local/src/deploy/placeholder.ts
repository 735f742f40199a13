const mark = "__known-after-deployment";

/** Stands for an attribute of a resource while the template is checked, before anything exists. */
export function placeholderFor(logicalId: string, attribute: string): string {
  return `${mark}.${logicalId}.${attribute}__`;
}

/** Whether a value is made from one that is not known yet. */
export function hasPlaceholder(value: unknown): boolean {
  return JSON.stringify(value)?.includes(mark) ?? false;
}
