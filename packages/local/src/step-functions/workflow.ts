import type { Definition, State } from "./definition";
import type { Draft } from "./draft";
import { evaluateTemplate } from "./jsonata-template";
import type { ExecutionHeader } from "./ledger";
import { type StateData, stateBindings } from "./state-bindings";
import { StateError } from "./state-error";

const dataAtMostBytes = 256 * 1024;

/** One execution's rules: its definition, who it is, and how it makes tokens. */
export interface Workflow {
  readonly definition: Definition;
  readonly header: ExecutionHeader;
  issueToken(scheduledId: number): string;
}

/** Evaluates one field of the state that the draft is in. */
export async function evaluateField(
  workflow: Workflow,
  draft: Draft,
  field: string,
  template: unknown,
  data?: StateData,
): Promise<unknown> {
  const value = await evaluateTemplate(
    template,
    stateBindings(workflow.header, draft.progress, data),
    draft.now,
    field,
  );
  requireSize(JSON.stringify(value), field);
  return value;
}

/** @throws StateError States.DataLimitExceeded beyond the 256 KiB that AWS allows */
export function requireSize(json: string, field: string): void {
  if (json.length <= dataAtMostBytes / 3 || Buffer.byteLength(json) <= dataAtMostBytes) return;
  throw new StateError("States.DataLimitExceeded", `The ${field} is larger than 262144 bytes.`, field);
}

/** The state of that name. @throws Error where it is missing, which parseDefinition rules out */
export function stateOf(workflow: Workflow, name: string): State {
  const state = workflow.definition.States[name];
  if (state === undefined) throw new Error(`${workflow.header.machineName} has no state "${name}"`);
  return state;
}
