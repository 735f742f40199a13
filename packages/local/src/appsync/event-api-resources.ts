import { stableId } from "../cognito/stable-id";
import { type ResourceType, resourceType } from "../service";
import { type ChannelHandlers, loadHandlers } from "./channel-handlers";
import type { DynamodbSource } from "./dynamodb-source";
import type { EventApi } from "./event-api";
import { ChannelNamespaceProperties, DataSourceProperties, EventApiProperties } from "./event-api-properties";

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
      type: "AWS::AppSync::DataSource",
      properties: DataSourceProperties,
      awsOnly: ["ServiceRoleArn", "Description", "MetricsConfig"],
      deploy({ properties: { ApiId, Name, DynamoDBConfig } }) {
        requireApi(api, Name, ApiId);
        const { TableName, AwsRegion } = DynamoDBConfig;
        const [, , , region] = arnPrefix.split(":");
        if (AwsRegion !== region)
          throw new Error(`property DynamoDBConfig.AwsRegion: only ${region} is here`);
        api.addSource({ name: Name, tableName: TableName });
        const arn = `${arnPrefix}:apis/${ApiId}/datasources/${Name}`;
        return { ref: arn, attributes: { DataSourceArn: arn, Name } };
      },
    }),
    resourceType({
      type: "AWS::AppSync::ChannelNamespace",
      properties: ChannelNamespaceProperties,
      awsOnly: ["Tags"],
      deploy({ properties }) {
        const { ApiId, Name, CodeHandlers, HandlerConfigs } = properties;
        requireApi(api, Name, ApiId);
        const sourceName = HandlerConfigs?.OnSubscribe?.Integration.DataSourceName;
        const handlers = CodeHandlers === undefined ? undefined : loadHandlers(Name, CodeHandlers);
        const subscribeSource = sourceName === undefined ? undefined : api.source(sourceName);
        requireMatch(handlers, subscribeSource);
        api.addNamespace({
          name: Name,
          handlers,
          subscribeSource,
          publishModes: properties.PublishAuthModes,
          subscribeModes: properties.SubscribeAuthModes,
        });
        const arn = `${arnPrefix}:apis/${ApiId}/channelNamespace/${Name}`;
        return { ref: arn, attributes: { ChannelNamespaceArn: arn } };
      },
    }),
  ];
}

function requireApi(api: EventApi, name: string, apiId: string): void {
  if (apiId !== api.id) throw new Error(`${name}: there is no event API ${apiId}`);
}

/** A pair of request and response without a data source, or the reverse, would check nothing. */
function requireMatch(handlers: ChannelHandlers | undefined, source: DynamodbSource | undefined): void {
  if (handlers?.kindOf("onPublish") === "request and response") {
    throw new Error("property CodeHandlers: onPublish cannot have a data source here");
  }
  const isPair = handlers?.kindOf("onSubscribe") === "request and response";
  if (isPair && !source) {
    throw new Error(
      "property HandlerConfigs.OnSubscribe: onSubscribe has request and response: it needs one",
    );
  }
  if (!isPair && source) {
    throw new Error("property CodeHandlers: with a data source onSubscribe needs request and response");
  }
}
