import { z } from "zod";

/** A code that was sent out; only its hash is kept. */
export const SentCode = z.object({
  hash: z.string(),
  expiresAt: z.number(),
  wrongTries: z.number(),
});
export type SentCode = z.infer<typeof SentCode>;

/** A pool's identity over restarts; its settings come from the template at every start. */
export const PoolRecord = z.object({ id: z.string(), logicalId: z.string(), createdAt: z.number() });
export type PoolRecord = z.infer<typeof PoolRecord>;

export const User = z.object({
  poolId: z.string(),
  sub: z.string(),
  attributes: z.record(z.string(), z.string()),
  status: z.enum(["UNCONFIRMED", "CONFIRMED"]),
  /** Missing for a user who may sign in, as all were when older data was written. */
  disabled: z.literal(true).optional(),
  groups: z.array(z.string()),
  createdAt: z.number(),
  modifiedAt: z.number(),
  signUpCode: SentCode.optional(),
});
export type User = z.infer<typeof User>;

export const Group = z.object({
  poolId: z.string(),
  name: z.string(),
  description: z.string().optional(),
  precedence: z.number().optional(),
  roleArn: z.string().optional(),
  createdAt: z.number(),
  modifiedAt: z.number(),
});
export type Group = z.infer<typeof Group>;

/** What a `Session` string stands for: a sign-up or sign-in under way. */
export const AuthSession = z.object({
  id: z.string(),
  poolId: z.string(),
  clientId: z.string(),
  sub: z.string(),
  step: z.enum(["SIGN_UP", "CONFIRMED", "SELECT_CHALLENGE", "EMAIL_OTP"]),
  code: SentCode.optional(),
  expiresAt: z.number(),
});
export type AuthSession = z.infer<typeof AuthSession>;

/** One sign-in and its refresh tokens: one that was rotated out is good until its grace period ends. */
export const Grant = z.object({
  id: z.string(),
  poolId: z.string(),
  clientId: z.string(),
  sub: z.string(),
  authTime: z.number(),
  expiresAt: z.number(),
  refreshTokens: z.array(z.object({ hash: z.string(), validUntil: z.number().optional() })),
});
export type Grant = z.infer<typeof Grant>;
