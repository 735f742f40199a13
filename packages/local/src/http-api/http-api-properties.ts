import { z } from "zod";

const Flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);
const Ignored = z.unknown().optional();

export const CorsConfiguration = z.strictObject({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  MaxAge: z.coerce.number().int().optional(),
  AllowCredentials: Flag.default(false),
});
export type CorsConfiguration = z.infer<typeof CorsConfiguration>;

export const ApiProperties = z.strictObject({
  Name: z.string(),
  ProtocolType: z.literal("HTTP"),
  CorsConfiguration: CorsConfiguration.optional(),
  Description: Ignored,
  DisableExecuteApiEndpoint: z.literal(false).optional(),
  Tags: Ignored,
});

/** Settings that only a fleet needs (throttling, access logs) have no effect on one machine. */
export const StageProperties = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal("$default"),
  AutoDeploy: Flag.refine((on) => on, "must be true: deployments are not kept here"),
  AccessLogSettings: Ignored,
  DefaultRouteSettings: Ignored,
  RouteSettings: Ignored,
  Description: Ignored,
  Tags: Ignored,
});

const RouteKey = z.union([
  z.literal("$default"),
  z.string().regex(/^(ANY|GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE) \/(\S*)$/, "is not METHOD /path"),
]);

export const RouteProperties = z.strictObject({
  ApiId: z.string(),
  RouteKey,
  Target: z.string().regex(/^integrations\/.+$/, "is not integrations/ID"),
  AuthorizationType: z.enum(["NONE", "JWT"]).default("NONE"),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
  OperationName: Ignored,
});
export type RouteProperties = z.infer<typeof RouteProperties>;

export const IntegrationProperties = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string().regex(/:function:/, "is not a function's ARN"),
  PayloadFormatVersion: z.literal("2.0"),
  IntegrationMethod: z.literal("POST").optional(),
  ConnectionType: z.literal("INTERNET").optional(),
  TimeoutInMillis: Ignored,
  Description: Ignored,
});

export const AuthorizerProperties = z.strictObject({
  ApiId: z.string(),
  Name: z.string(),
  AuthorizerType: z.literal("JWT"),
  IdentitySource: z.tuple([z.literal("$request.header.Authorization")]),
  JwtConfiguration: z.strictObject({ Audience: z.array(z.string()), Issuer: z.string() }),
});
export type AuthorizerProperties = z.infer<typeof AuthorizerProperties>;
