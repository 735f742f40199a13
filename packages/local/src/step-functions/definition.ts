import { z } from "zod";

const Expression = z.string().regex(/^\{%[\s\S]*%\}$/, "must be a JSONata string: {% … %}");
const Seconds = z.union([z.number().int().min(0).max(99_999_999), Expression]);
const Assign = z.record(
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,79}$/, "is no name of a variable")
    .refine((name) => name !== "states", "is a reserved name"),
  z.unknown(),
);
const ErrorEquals = z.array(z.string().min(1)).min(1);

export const Retrier = z.strictObject({
  ErrorEquals,
  IntervalSeconds: z.number().int().min(1).max(99_999_999).default(1),
  MaxAttempts: z.number().int().min(0).max(99_999_999).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.number().int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(["NONE", "FULL"]).default("NONE"),
  Comment: z.string().optional(),
});
export type Retrier = z.infer<typeof Retrier>;

const Catcher = z.strictObject({
  ErrorEquals,
  Next: z.string(),
  Assign: Assign.optional(),
  Output: z.unknown().optional(),
  Comment: z.string().optional(),
});

const ChoiceRule = z.strictObject({
  Condition: z.union([z.boolean(), Expression]),
  Next: z.string(),
  Assign: Assign.optional(),
  Output: z.unknown().optional(),
  Comment: z.string().optional(),
});

const every = { Comment: z.string().optional(), QueryLanguage: z.literal("JSONata").optional() };
const output = { Output: z.unknown().optional() };
const assign = { Assign: Assign.optional() };
const transition = { Next: z.string().optional(), End: z.literal(true).optional() };

const TaskState = z.strictObject({
  Type: z.literal("Task"),
  ...every,
  ...output,
  ...assign,
  ...transition,
  Resource: z.string(),
  Arguments: z.unknown().optional(),
  TimeoutSeconds: z.union([z.number().int().min(1).max(99_999_999), Expression]).optional(),
  Retry: z.array(Retrier).optional(),
  Catch: z.array(Catcher).optional(),
});

const ChoiceState = z.strictObject({
  Type: z.literal("Choice"),
  ...every,
  ...output,
  ...assign,
  Choices: z.array(ChoiceRule).min(1),
  Default: z.string().optional(),
});

const PassState = z.strictObject({ Type: z.literal("Pass"), ...every, ...output, ...assign, ...transition });

const WaitState = z
  .strictObject({
    Type: z.literal("Wait"),
    ...every,
    ...output,
    ...assign,
    ...transition,
    Seconds: Seconds.optional(),
    Timestamp: z.union([Expression, z.iso.datetime({ offset: true })]).optional(),
  })
  .refine((state) => (state.Seconds === undefined) !== (state.Timestamp === undefined), {
    message: "needs exactly one of Seconds and Timestamp",
    path: ["Seconds"],
  });

const SucceedState = z.strictObject({ Type: z.literal("Succeed"), ...every, ...output });

const FailState = z.strictObject({
  Type: z.literal("Fail"),
  ...every,
  Error: z.string().optional(),
  Cause: z.string().optional(),
});

/** The states of the Amazon States Language that run here. */
export const State = z.discriminatedUnion("Type", [
  TaskState,
  ChoiceState,
  PassState,
  WaitState,
  SucceedState,
  FailState,
]);
export type State = z.infer<typeof State>;
export type TaskState = z.infer<typeof TaskState>;
export type ChoiceState = z.infer<typeof ChoiceState>;
export type WaitState = z.infer<typeof WaitState>;

/** A state machine in JSONata; every field that does not run here is refused by its name. */
export const Definition = z.strictObject({
  Comment: z.string().optional(),
  Version: z.literal("1.0").optional(),
  QueryLanguage: z.literal("JSONata", "is not implemented here for JSONPath; it must be JSONata"),
  StartAt: z.string(),
  TimeoutSeconds: z.number().int().min(1).max(99_999_999).optional(),
  States: z.record(z.string().min(1).max(80), State),
});
export type Definition = z.infer<typeof Definition>;
