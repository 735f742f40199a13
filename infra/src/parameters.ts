import { CfnParameter } from "aws-cdk-lib";
import { Construct } from "constructs";

/** What differs between AWS and one machine: origins and schemes, nothing else. */
export class Parameters extends Construct {
  readonly customerOrigin = this.#text(
    "CustomerOrigin",
    "http://localhost:3000",
    "Where phones reach the customer app",
  );
  readonly allowedOrigins = new CfnParameter(this, "AllowedOrigins", {
    type: "CommaDelimitedList",
    default: "http://localhost:3000,http://localhost:3001,http://localhost:3002",
    description: "Origins of the three apps, exactly, for CORS",
  });
  readonly endpointScheme = this.#text("EndpointScheme", "https", "Scheme of the live feed's HTTP endpoint", [
    "https",
    "http",
  ]);
  readonly socketScheme = this.#text("SocketScheme", "wss", "Scheme of the live feed's socket", [
    "wss",
    "ws",
  ]);
  readonly awsEndpoint = this.#text("AwsEndpoint", "", "Where browsers reach Cognito when it is not at AWS");

  constructor(scope: Construct) {
    super(scope, "Parameters");
    for (const parameter of this.node.findAll()) {
      if (parameter instanceof CfnParameter) parameter.overrideLogicalId(parameter.node.id);
    }
  }

  #text(id: string, value: string, description: string, allowedValues?: string[]): CfnParameter {
    return new CfnParameter(this, id, { type: "String", default: value, description, allowedValues });
  }
}
