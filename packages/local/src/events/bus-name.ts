import { defaultBus } from "./rule";

/** The bus that an `EventBusName` means: a name, an ARN, or nothing for the default bus. */
export function busName(nameOrArn: string | undefined): string {
  if (nameOrArn === undefined) return defaultBus;
  return nameOrArn.startsWith("arn:") ? nameOrArn.slice(nameOrArn.indexOf("/") + 1) : nameOrArn;
}
