import type { Names } from "@serverlesspresso/contracts/names";
import { Duration } from "aws-cdk-lib";
import { CorsHttpMethod, HttpApi, HttpMethod, HttpNoneAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpUserPoolAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Parameters } from "./parameters";
import type { SignIn } from "./sign-in";

export interface HttpApiRoutesProps {
  names: Names;
  parameters: Parameters;
  signIn: SignIn;
  handler: IFunction;
}

/** The HTTP API: every route needs a token but the two that anybody may read. */
export class HttpApiRoutes extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, props: HttpApiRoutesProps) {
    super(scope, "HttpApi");
    const { names, parameters, signIn, handler } = props;
    const integration = new HttpLambdaIntegration("Api", handler);
    this.api = new HttpApi(this, "Api", {
      apiName: names.of("serverlesspresso-api"),
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: parameters.allowedOrigins.valueAsList,
        allowMethods: [
          CorsHttpMethod.GET,
          CorsHttpMethod.PUT,
          CorsHttpMethod.POST,
          CorsHttpMethod.PATCH,
          CorsHttpMethod.DELETE,
        ],
        allowHeaders: ["authorization", "content-type", "idempotency-key", "if-match"],
        exposeHeaders: ["etag", "retry-after"],
        maxAge: Duration.hours(1),
      },
      defaultAuthorizer: new HttpUserPoolAuthorizer("Customers", signIn.pool, {
        userPoolClients: [signIn.client],
      }),
    });
    // Bounds all instances of the function together; each bounds every user and address for itself.
    this.api.addStage("DefaultStage", { autoDeploy: true, throttle: { burstLimit: 1000, rateLimit: 500 } });
    for (const method of [
      HttpMethod.GET,
      HttpMethod.PUT,
      HttpMethod.POST,
      HttpMethod.PATCH,
      HttpMethod.DELETE,
    ]) {
      this.api.addRoutes({ path: "/{proxy+}", methods: [method], integration });
    }
    for (const path of ["/shop", "/openapi.json"]) {
      this.api.addRoutes({
        path,
        methods: [HttpMethod.GET],
        integration,
        authorizer: new HttpNoneAuthorizer(),
      });
    }
  }
}
