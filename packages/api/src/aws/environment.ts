/** Every variable that a function of ours may have; infra gives each function those it needs. */
export type Variable =
  | "EVENT_BUS"
  | "ORDER_TABLE"
  | "CONFIG_TABLE"
  | "COUNTING_TABLE"
  | "VALIDATOR_TABLE"
  | "AWS_REGION"
  | "EVENTS_URL"
  | "USER_POOL_ID"
  | "STATE_MACHINE_ARN";

/** The named variables; throws, naming all that are missing. */
export function readEnvironment<Name extends Variable>(...names: Name[]): Record<Name, string> {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`The function's environment lacks ${missing.join(", ")}.`);
  // Every name has just been seen to have a value.
  return Object.fromEntries(names.map((name) => [name, process.env[name]])) as Record<Name, string>;
}
