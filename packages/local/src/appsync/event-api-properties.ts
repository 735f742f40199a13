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

/** A handler's data source; asked by the handler's code, never directly. */
const HandlerConfig = z.strictObject({
  Behavior: z.literal("CODE", "only CODE is supported"),
  Integration: z.strictObject({ DataSourceName: z.string() }),
});

export const ChannelNamespaceProperties = z.strictObject({
  ApiId: z.string(),
  Name: z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,48}[A-Za-z0-9])?$/),
  CodeHandlers: z.string().optional(),
  /** CDK writes it empty where no handler has a data source. */
  HandlerConfigs: z.strictObject({ OnSubscribe: HandlerConfig.optional() }).optional(),
  PublishAuthModes: AuthModes.optional(),
  SubscribeAuthModes: AuthModes.optional(),
  Tags: Ignored,
});
export type ChannelNamespaceProperties = z.infer<typeof ChannelNamespaceProperties>;

export const DataSourceProperties = z.strictObject({
  ApiId: z.string(),
  Name: z.string().regex(/^[_A-Za-z][_0-9A-Za-z]*$/),
  Type: z.literal("AMAZON_DYNAMODB", "only AMAZON_DYNAMODB is supported"),
  DynamoDBConfig: z.strictObject({ TableName: z.string(), AwsRegion: z.string() }),
  ServiceRoleArn: z.string(),
  Description: Ignored,
  MetricsConfig: Ignored,
});
