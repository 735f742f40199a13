import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Assets } from "./assets";

const S3Location = z.object({ Bucket: z.string(), Key: z.string() });

/**
 * Replaces text that a template keeps in a bucket by the text itself, so that services know only the
 * inline form: a state machine's definition and an AppSync namespace's handlers.
 */
export function inlineAssets(
  type: string,
  properties: Record<string, unknown>,
  assets: Assets,
): Record<string, unknown> {
  if (type === "AWS::StepFunctions::StateMachine" && "DefinitionS3Location" in properties) {
    const { DefinitionS3Location, ...rest } = properties;
    const { Key } = S3Location.parse(DefinitionS3Location);
    return { ...rest, DefinitionString: readFileSync(assets.pathOf(Key), "utf8") };
  }
  if (type === "AWS::AppSync::ChannelNamespace" && "CodeS3Location" in properties) {
    const { CodeS3Location, ...rest } = properties;
    const key = String(CodeS3Location).replace(/^s3:\/\/[^/]+\//, "");
    return { ...rest, CodeHandlers: readFileSync(assets.pathOf(key), "utf8") };
  }
  return properties;
}
