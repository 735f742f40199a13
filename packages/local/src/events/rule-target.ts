import { z } from "zod";

/** What a rule delivers to and how; the same in `PutTargets` and in CloudFormation. */
export const RuleTarget = z.strictObject({
  Id: z.string().regex(/^[.\-_A-Za-z0-9]{1,64}$/, "must be 1 to 64 of letters, digits, . - _"),
  Arn: z.string().min(1).max(1600),
  RoleArn: z.string().optional(),
  Input: z.string().max(8192).optional(),
  InputPath: z.string().max(256).optional(),
  InputTransformer: z
    .strictObject({
      InputPathsMap: z.record(z.string(), z.string()).default({}),
      InputTemplate: z.string().min(1).max(8192),
    })
    .optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string().optional() }).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumRetryAttempts: z.coerce.number().int().min(0).max(185).optional(),
      MaximumEventAgeInSeconds: z.coerce.number().int().min(60).max(86_400).optional(),
    })
    .optional(),
});
export type RuleTarget = z.infer<typeof RuleTarget>;

export function retryPolicy(target: RuleTarget): { attempts: number; ageSeconds: number } {
  return {
    attempts: target.RetryPolicy?.MaximumRetryAttempts ?? 185,
    ageSeconds: target.RetryPolicy?.MaximumEventAgeInSeconds ?? 86_400,
  };
}
