import { z } from "zod";

const share = z.number().min(0).max(1).default(1);
const wholeNumber = z.number().int().min(0);

/** Which calls a fault strikes: those of a service, narrowed by what else is given. */
const where = {
  /** As in an ARN: `dynamodb`, `states`, `events`, `lambda`, `sqs`, `logs`, `cognito-idp`, `appsync`, `apigateway`. */
  service: z.string().min(1),
  /** As the service names it: `UpdateItem`, `StartExecution`, `Publish` (appsync), `POST` (apigateway); without it any. */
  operation: z.string().optional(),
  /** Text that stands in the request: its body as JSON, apigateway's path, a delivery's event. */
  containing: z.string().optional(),
  /** The function that calls, by its name. */
  caller: z.string().optional(),
  /** So many matching calls pass before the first is struck. */
  after: wholeNumber.default(0),
  /** Of the matching calls, the part that is struck. */
  share,
  /** At most so many are struck; without it any number. */
  count: wholeNumber.optional(),
};

/**
 * One fault. Of calls: `throttle` and `conflict` answer the service's own error for it, `error` the
 * `code` and `status` given; `refuse` closes the connection before anything is done, `drop-answer`
 * after all of it is; `kill-caller` carries the call out and ends the worker of the function that
 * made it, with all it is about; `slow` waits `seconds` of the machine's clock first. Of a rule's
 * deliveries to its targets (service `events`, operation `Deliver`): `twice`, `late` by `seconds`,
 * `shuffle` (each held for a random time of up to `seconds`, so that they overtake one another) and
 * `dead-letter`. Of live messages to one subscriber (service `appsync`, operation `Data`): `lose` and `twice`.
 */
export const Fault = z.discriminatedUnion("mode", [
  z.strictObject({
    mode: z.enum(["throttle", "conflict", "refuse", "drop-answer", "kill-caller"]),
    ...where,
  }),
  z.strictObject({
    mode: z.literal("error"),
    code: z.string().default("InternalFailure"),
    status: z.number().int().min(400).max(599).default(500),
    ...where,
  }),
  z.strictObject({ mode: z.enum(["slow", "late"]), seconds: z.number().positive(), ...where }),
  z.strictObject({ mode: z.literal("shuffle"), seconds: z.number().positive().default(0.2), ...where }),
  z.strictObject({ mode: z.enum(["twice", "dead-letter", "lose"]), ...where }),
]);
export type Fault = z.infer<typeof Fault>;

/** What `--faults` and `POST /_local/faults` take; the list replaces the one before. */
export const FaultPlan = z.strictObject({
  /** The same calls in the same order are struck again with the same seed. */
  seed: wholeNumber.default(1),
  faults: z.array(Fault).default([]),
});
export type FaultPlan = z.infer<typeof FaultPlan>;
