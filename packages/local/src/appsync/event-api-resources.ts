import { stableId } from "../cognito/stable-id";
import { type ResourceType, resourceType } from "../service";
import { loadHandlers } from "./channel-handlers";
import type { EventApi } from "./event-api";
import { ChannelNamespaceProperties, EventApiProperties } from "./event-api-properties";

/**
 * The event API and its namespaces. Their definition comes anew from the template at every start.
 * @param host what stands for both of AWS's host names: `localhost:4566`
 */
export function eventApiResources(api: EventApi, host: string, arnPrefix: string): ResourceType[] {
  return [
    resourceType({
      type: "AWS::AppSync::Api",
      properties: EventApiProperties,
      awsOnly: ["EventConfig.LogConfig", "OwnerContact", "Tags"],
      deploy({ logicalId, properties }) {
        const id = stableId(`event-api ${logicalId}`, 26);
        api.describe(id, properties.EventConfig);
        const arn = `${arnPrefix}:apis/${id}`;
        return {
          ref: arn,
          attributes: { ApiArn: arn, ApiId: id, "Dns.Http": host, "Dns.Realtime": host },
        };
      },
    }),
    resourceType({
      type: "AWS::AppSync::ChannelNamespace",
      properties: ChannelNamespaceProperties,
      awsOnly: ["Tags"],
      deploy({ properties: { ApiId, Name, CodeHandlers, PublishAuthModes, SubscribeAuthModes } }) {
        if (ApiId !== api.id) throw new Error(`${Name}: there is no event API ${ApiId}`);
        api.addNamespace({
          name: Name,
          handlers: CodeHandlers === undefined ? undefined : loadHandlers(Name, CodeHandlers),
          publishModes: PublishAuthModes,
          subscribeModes: SubscribeAuthModes,
        });
        const arn = `${arnPrefix}:apis/${ApiId}/channelNamespace/${Name}`;
        return { ref: arn, attributes: { ChannelNamespaceArn: arn } };
      },
    }),
  ];
}
