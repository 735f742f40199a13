import { z } from "zod";

const Ignored = z.unknown().optional();

/** Who may do what: a token of a user pool, or the back end's own credentials. */
export const AuthMode = z.enum(["AMAZON_COGNITO_USER_POOLS", "AWS_IAM"]);
export type AuthMode = z.infer<typeof AuthMode>;
const AuthModes = z.array(z.strictObject({ AuthType: AuthMode }).transform(({ AuthType }) => AuthType));

const AuthProvider = z.discriminatedUnion("AuthType", [
  z.strictObject({
    AuthType: z.literal("AMAZON_COGNITO_USER_POOLS"),
    CognitoConfig: z.strictObject({
      UserPoolId: z.string(),
      AwsRegion: z.string(),
      AppIdClientRegex: z.string().optional(),
    }),
  }),
  z.strictObject({ AuthType: z.literal("AWS_IAM") }),
]);

export const EventApiProperties = z.strictObject({
  Name: z.string(),
  EventConfig: z.strictObject({
    AuthProviders: z.array(AuthProvider),
    ConnectionAuthModes: AuthModes,
    DefaultPublishAuthModes: AuthModes,
    DefaultSubscribeAuthModes: AuthModes,
    LogConfig: Ignored,
  }),
  OwnerContact: Ignored,
  Tags: Ignored,
});
export type EventConfig = z.infer<typeof EventApiProperties>["EventConfig"];

export const ChannelNamespaceProperties = z.strictObject({
  ApiId: z.string(),
  Name: z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,48}[A-Za-z0-9])?$/),
  CodeHandlers: z.string().optional(),
  /** CDK writes it empty; data sources are not supported. */
  HandlerConfigs: z.strictObject({}).optional(),
  PublishAuthModes: AuthModes.optional(),
  SubscribeAuthModes: AuthModes.optional(),
  Tags: Ignored,
});
