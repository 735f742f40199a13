import { z } from "zod";
import { type ResourceType, resourceType } from "../service";
import { defaultEventInvokeSettings, type EventInvokeSettings } from "./async-invocations";

const Properties = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal("$LATEST"),
  MaximumRetryAttempts: z.coerce.number().int().min(0).max(2).optional(),
  MaximumEventAgeInSeconds: z.coerce.number().min(60).max(21_600).optional(),
  DestinationConfig: z
    .strictObject({
      OnFailure: z
        .strictObject({ Destination: z.string().regex(/^arn:aws:sqs:/, "only queues are supported") })
        .optional(),
    })
    .optional(),
});
type Properties = z.infer<typeof Properties>;

/** `AWS::Lambda::EventInvokeConfig`: retries and the failure destination of asynchronous calls. */
export function eventInvokeConfigResource(
  configure: (functionName: string, settings: EventInvokeSettings) => void,
): ResourceType {
  return resourceType<Properties>({
    type: "AWS::Lambda::EventInvokeConfig",
    properties: Properties,
    deploy({ logicalId, properties }) {
      configure(properties.FunctionName, {
        maximumRetryAttempts:
          properties.MaximumRetryAttempts ?? defaultEventInvokeSettings.maximumRetryAttempts,
        maximumEventAgeSeconds:
          properties.MaximumEventAgeInSeconds ?? defaultEventInvokeSettings.maximumEventAgeSeconds,
        onFailureArn: properties.DestinationConfig?.OnFailure?.Destination,
      });
      return { ref: logicalId };
    },
  });
}
