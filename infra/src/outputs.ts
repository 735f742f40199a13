import { CfnOutput, Stack } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { HttpApiRoutes } from "./http-api-routes";
import type { LiveFeed } from "./live-feed";
import type { Parameters } from "./parameters";
import type { SignIn } from "./sign-in";

export interface OutputsProps {
  parameters: Parameters;
  signIn: SignIn;
  live: LiveFeed;
  api: HttpApiRoutes;
}

/** What the apps read as `config.json`: these outputs under the same names, first letter lowered. */
export class Outputs extends Construct {
  constructor(scope: Construct, { parameters, signIn, live, api }: OutputsProps) {
    super(scope, "Outputs");
    const values = {
      Region: Stack.of(this).region,
      UserPoolId: signIn.pool.userPoolId,
      UserPoolClientId: signIn.client.userPoolClientId,
      UserPoolEndpoint: parameters.awsEndpoint.valueAsString,
      ApiUrl: api.api.apiEndpoint,
      EventsUrl: `${parameters.endpointScheme.valueAsString}://${live.api.httpDns}`,
      EventsRealtimeUrl: `${parameters.socketScheme.valueAsString}://${live.api.realtimeDns}/event/realtime`,
      CustomerUrl: parameters.customerOrigin.valueAsString,
    };
    for (const [name, value] of Object.entries(values)) {
      new CfnOutput(this, name, { value }).overrideLogicalId(name);
    }
  }
}
