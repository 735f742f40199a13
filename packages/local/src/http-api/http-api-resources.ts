import { stableId } from "../cognito/stable-id";
import { type ResourceType, resourceType } from "../service";
import type { HttpApi } from "./http-api";
import {
  ApiProperties,
  AuthorizerProperties,
  IntegrationProperties,
  RouteProperties,
  StageProperties,
} from "./http-api-properties";

/** The resources of an HTTP API. Its definition comes anew from the template at every start. */
export function httpApiResources(api: HttpApi, publicUrl: string): ResourceType[] {
  return [
    resourceType({
      type: "AWS::ApiGatewayV2::Api",
      properties: ApiProperties,
      awsOnly: ["Description", "Tags"],
      deploy({ logicalId, properties }) {
        const id = stableId(`http-api ${logicalId}`, 10);
        api.describe(id, properties.CorsConfiguration);
        return { ref: id, attributes: { ApiId: id, ApiEndpoint: publicUrl } };
      },
    }),
    resourceType({
      type: "AWS::ApiGatewayV2::Stage",
      properties: StageProperties,
      awsOnly: ["AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "Description", "Tags"],
      deploy({ properties }) {
        api.hasStage = true;
        return { ref: properties.StageName };
      },
    }),
    resourceType({
      type: "AWS::ApiGatewayV2::Integration",
      properties: IntegrationProperties,
      awsOnly: ["Description", "TimeoutInMillis"],
      deploy({ logicalId, properties }) {
        const id = stableId(`integration ${logicalId}`, 7);
        api.addIntegration(id, properties.IntegrationUri);
        return { ref: id, attributes: { IntegrationId: id } };
      },
    }),
    resourceType({
      type: "AWS::ApiGatewayV2::Authorizer",
      properties: AuthorizerProperties,
      deploy({ logicalId, properties }) {
        const id = stableId(`authorizer ${logicalId}`, 6);
        api.addAuthorizer(id, properties);
        return { ref: id, attributes: { AuthorizerId: id } };
      },
    }),
    resourceType({
      type: "AWS::ApiGatewayV2::Route",
      properties: RouteProperties,
      awsOnly: ["OperationName"],
      deploy({ logicalId, properties }) {
        const id = stableId(`route ${logicalId}`, 7);
        api.addRoute(id, properties);
        return { ref: id, attributes: { RouteId: id } };
      },
    }),
  ];
}
