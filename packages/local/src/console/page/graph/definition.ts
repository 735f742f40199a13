import * as z from "zod/mini";

const Transition = z.looseObject({ Next: z.optional(z.string()) });
const State = z.looseObject({
  Type: z.string(),
  Comment: z.optional(z.string()),
  Resource: z.optional(z.string()),
  Next: z.optional(z.string()),
  Default: z.optional(z.string()),
  Choices: z._default(z.array(Transition), []),
  Catch: z._default(z.array(z.looseObject({ Next: z.string(), ErrorEquals: z.array(z.string()) })), []),
});
type State = z.infer<typeof State>;
const Definition = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), State) });

export interface GraphNode {
  readonly name: string;
  /** A state's type; `Start` and `End` for the two that are none. */
  readonly type: string;
  /** The service that a task calls, for example `dynamodb:updateItem`. */
  readonly calls: string | undefined;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** An error's way is drawn apart from the others. */
  readonly isError: boolean;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Names that no state has, since a state's are never empty of letters. */
export const start = "·start";
export const end = "·end";

/** The states of a definition in the Amazon States Language and the ways between them. */
export function graphOf(definition: string): Graph {
  const { StartAt, States } = Definition.parse(JSON.parse(definition));
  const states = Object.entries(States);
  const edges = [
    { from: start, to: StartAt, isError: false },
    ...states.flatMap(([name, state]) => edgesOf(name, state)),
  ];
  return {
    nodes: [
      { name: start, type: "Start", calls: undefined },
      ...states.map(([name, { Type: type, Resource }]) => ({ name, type, calls: callOf(Resource) })),
      { name: end, type: "End", calls: undefined },
    ],
    edges: distinct(edges),
  };
}

function edgesOf(from: string, { Next, Default, Choices, Catch, Type }: State): GraphEdge[] {
  const usual = [Next, Default, ...Choices.map((choice) => choice.Next)].filter((name) => name !== undefined);
  const isLast = usual.length === 0 || Type === "Succeed" || Type === "Fail";
  return [
    ...(isLast ? [end] : usual).map((to) => ({ from, to, isError: false })),
    ...Catch.map(({ Next: to }) => ({ from, to, isError: true })),
  ];
}

/** One edge between two states; that of an error only where there is no other. */
function distinct(edges: readonly GraphEdge[]): GraphEdge[] {
  const found = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const key = JSON.stringify([edge.from, edge.to]);
    if (found.get(key)?.isError !== false) found.set(key, edge);
  }
  return [...found.values()];
}

/** `arn:aws:states:::dynamodb:updateItem` calls `dynamodb:updateItem`, a function's ARN `lambda`. */
function callOf(resource: string | undefined): string | undefined {
  if (resource === undefined) return undefined;
  const [, , service, , , ...rest] = resource.split(":");
  if (service !== "states") return service;
  return rest
    .join(":")
    .replace("aws-sdk:", "")
    .replace(/\.(waitForTaskToken|sync.*)$/, " · waits");
}
