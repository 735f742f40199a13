import { z } from "zod";

const Flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);
const Off = Flag.refine((on) => !on, "is not supported here");
const Ignored = z.unknown().optional();

/** `AWS::Cognito::UserPool`: e-mail is the user name, codes by e-mail are the way in. */
export const UserPoolProperties = z.strictObject({
  UserPoolName: z.string().optional(),
  UsernameAttributes: z.tuple([z.literal("email")]),
  UsernameConfiguration: z.strictObject({ CaseSensitive: Off }).optional(),
  AutoVerifiedAttributes: z.array(z.literal("email")).default([]),
  Policies: z.strictObject({
    PasswordPolicy: Ignored,
    SignInPolicy: z.strictObject({
      AllowedFirstAuthFactors: z
        .array(z.enum(["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]))
        .refine((factors) => factors.includes("EMAIL_OTP"), "must include EMAIL_OTP"),
    }),
  }),
  Schema: z
    .array(
      z.strictObject({
        Name: z.string(),
        AttributeDataType: z.enum(["String", "Number", "DateTime", "Boolean"]).optional(),
        Mutable: Flag.optional(),
        Required: Flag.optional(),
        DeveloperOnlyAttribute: Off.optional(),
        StringAttributeConstraints: Ignored,
        NumberAttributeConstraints: Ignored,
      }),
    )
    .default([]),
  AdminCreateUserConfig: z
    .strictObject({
      AllowAdminCreateUserOnly: Flag.default(false),
      InviteMessageTemplate: Ignored,
      UnusedAccountValidityDays: Ignored,
    })
    .optional(),
  VerificationMessageTemplate: z
    .strictObject({
      DefaultEmailOption: z.literal("CONFIRM_WITH_CODE").optional(),
      EmailMessage: z.string().optional(),
      EmailSubject: z.string().optional(),
      SmsMessage: Ignored,
    })
    .optional(),
  EmailVerificationMessage: z.string().optional(),
  EmailVerificationSubject: z.string().optional(),
  EmailAuthenticationMessage: z.string().optional(),
  EmailAuthenticationSubject: z.string().optional(),
  MfaConfiguration: z.literal("OFF").optional(),
  UserPoolTier: z.enum(["ESSENTIALS", "PLUS"]),
  AccountRecoverySetting: Ignored,
  // No user has a password here, and signing up with one is refused: what the trigger is for does not occur.
  LambdaConfig: z.strictObject({ PostConfirmation: Ignored }).optional(),
  DeletionProtection: Ignored,
  EmailConfiguration: Ignored,
  SmsVerificationMessage: Ignored,
  UserAttributeUpdateSettings: Ignored,
  UserPoolAddOns: Ignored,
  UserPoolTags: Ignored,
  WebAuthnRelyingPartyID: Ignored,
  WebAuthnUserVerification: Ignored,
});
export type UserPoolProperties = z.infer<typeof UserPoolProperties>;

export const userPoolAwsOnly = [
  "AccountRecoverySetting",
  "AdminCreateUserConfig.InviteMessageTemplate",
  "DeletionProtection",
  "EmailConfiguration",
  "LambdaConfig",
  "Policies.PasswordPolicy",
  "SmsVerificationMessage",
  "UserAttributeUpdateSettings",
  "UserPoolAddOns",
  "UserPoolTags",
  "VerificationMessageTemplate.SmsMessage",
  "WebAuthnRelyingPartyID",
  "WebAuthnUserVerification",
] as const;

const Unit = z.enum(["seconds", "minutes", "hours", "days"]);

/** `AWS::Cognito::UserPoolClient`: a public client without a secret and without OAuth. */
export const UserPoolClientProperties = z.strictObject({
  UserPoolId: z.string(),
  ClientName: z.string().optional(),
  ExplicitAuthFlows: z.array(z.string()).default(["ALLOW_REFRESH_TOKEN_AUTH"]),
  GenerateSecret: Off.optional(),
  PreventUserExistenceErrors: z.enum(["ENABLED", "LEGACY"]).default("LEGACY"),
  EnableTokenRevocation: Flag.refine((on) => on, "false is not supported here").optional(),
  AuthSessionValidity: z.coerce.number().min(3).max(15).default(3),
  AccessTokenValidity: z.coerce.number().optional(),
  IdTokenValidity: z.coerce.number().optional(),
  RefreshTokenValidity: z.coerce.number().optional(),
  TokenValidityUnits: z
    .strictObject({ AccessToken: Unit.optional(), IdToken: Unit.optional(), RefreshToken: Unit.optional() })
    .default({}),
  RefreshTokenRotation: z
    .strictObject({
      Feature: z.enum(["ENABLED", "DISABLED"]),
      RetryGracePeriodSeconds: z.coerce.number().min(0).max(60).default(0),
    })
    .optional(),
  ReadAttributes: z.array(z.string()).optional(),
  WriteAttributes: z.array(z.string()).optional(),
  SupportedIdentityProviders: z.array(z.literal("COGNITO")).optional(),
  AllowedOAuthFlowsUserPoolClient: Off.optional(),
  EnablePropagateAdditionalUserContextData: Ignored,
});
export type UserPoolClientProperties = z.infer<typeof UserPoolClientProperties>;

export const UserPoolGroupProperties = z.strictObject({
  UserPoolId: z.string(),
  GroupName: z.string(),
  Description: z.string().optional(),
  Precedence: z.coerce.number().optional(),
  RoleArn: z.string().optional(),
});
