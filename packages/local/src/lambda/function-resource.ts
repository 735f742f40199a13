import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Assets } from "../deploy/assets";
import { type Machine, type ResourceType, resourceType } from "../service";
import type { FunctionSettings } from "./lambda-function";

const Properties = z.strictObject({
  FunctionName: z.string().optional(),
  Code: z.strictObject({
    S3Bucket: z.string().optional(),
    S3Key: z.string().optional(),
    ZipFile: z.string().optional(),
  }),
  Handler: z.string(),
  Runtime: z.string().regex(/^nodejs/, "only nodejs runtimes run here"),
  Role: z.string().optional(),
  Description: z.string().optional(),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  LoggingConfig: z
    .strictObject({
      LogGroup: z.string().optional(),
      LogFormat: z.unknown().optional(),
      ApplicationLogLevel: z.unknown().optional(),
      SystemLogLevel: z.unknown().optional(),
    })
    .optional(),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string().optional() }).optional(),
  Architectures: z.unknown().optional(),
  TracingConfig: z.unknown().optional(),
  ReservedConcurrentExecutions: z.unknown().optional(),
  RecursiveLoop: z.unknown().optional(),
  RuntimeManagementConfig: z.unknown().optional(),
  EphemeralStorage: z.unknown().optional(),
  PackageType: z.literal("Zip").optional(),
  Tags: z.unknown().optional(),
});
type Properties = z.infer<typeof Properties>;

/** `AWS::Lambda::Function`: the bundle that CDK would upload, run from where it lies. */
export function functionResource(
  machine: Machine,
  assets: Assets,
  deployFunction: (settings: FunctionSettings) => Promise<void>,
): ResourceType {
  return resourceType<Properties>({
    type: "AWS::Lambda::Function",
    properties: Properties,
    awsOnly: [
      "Role",
      "Architectures",
      "TracingConfig",
      "ReservedConcurrentExecutions",
      "RecursiveLoop",
      "RuntimeManagementConfig",
      "EphemeralStorage",
      "PackageType",
      "Tags",
    ],
    async deploy({ logicalId, properties }) {
      const name = properties.FunctionName ?? logicalId;
      const arn = `arn:aws:lambda:${machine.region}:${machine.account}:function:${name}`;
      const folder = codeFolder(machine, assets, name, properties);
      requireHandler(folder, properties.Handler);
      await deployFunction({
        name,
        arn,
        folder,
        handler: properties.Handler,
        runtime: properties.Runtime,
        role: properties.Role ?? "",
        description: properties.Description ?? "",
        timeoutSeconds: properties.Timeout,
        memoryMb: properties.MemorySize,
        environment: properties.Environment?.Variables ?? {},
        logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
        deadLetterArn: properties.DeadLetterConfig?.TargetArn,
      });
      return { ref: name, attributes: { Arn: arn } };
    },
  });
}

function codeFolder(machine: Machine, assets: Assets, name: string, { Code }: Properties): string {
  if (Code.S3Key !== undefined) return assets.pathOf(Code.S3Key);
  if (Code.ZipFile === undefined)
    throw new AwsError("ValidationException", "Code has no S3Key and no ZipFile");
  const folder = join(machine.dataFolder, "lambda", "inline", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.js"), Code.ZipFile);
  return folder;
}

function requireHandler(folder: string, handler: string): void {
  const path = join(folder, handler.slice(0, handler.lastIndexOf(".")));
  if (![".js", ".mjs", ".cjs"].some((extension) => existsSync(path + extension))) {
    throw new AwsError("ValidationException", `Handler ${handler}: there is no ${path}.js, .mjs or .cjs`);
  }
}
