import { readFileSync } from "node:fs";
import type { Names } from "@serverlesspresso/contracts/names";
import { AppSyncAuthorizationType, Code, EventApi } from "aws-cdk-lib/aws-appsync";
import { Construct } from "constructs";
import type { SignIn } from "./sign-in";

const cognito = { authorizationType: AppSyncAuthorizationType.USER_POOL } as const;

/** AppSync Events: people connect and subscribe with their token, only the back end publishes. */
export class LiveFeed extends Construct {
  readonly api: EventApi;

  constructor(scope: Construct, names: Names, signIn: SignIn) {
    super(scope, "LiveFeed");
    this.api = new EventApi(this, "Api", {
      apiName: names.of("serverlesspresso-live"),
      authorizationConfig: {
        authProviders: [
          { ...cognito, cognitoConfig: { userPool: signIn.pool } },
          { authorizationType: AppSyncAuthorizationType.IAM },
        ],
        connectionAuthModeTypes: [AppSyncAuthorizationType.USER_POOL],
        defaultSubscribeAuthModeTypes: [AppSyncAuthorizationType.USER_POOL],
        defaultPublishAuthModeTypes: [AppSyncAuthorizationType.IAM],
      },
    });
    for (const name of ["shop", "customer"]) {
      const code = readFileSync(new URL(`on-subscribe/${name}.js`, import.meta.url), "utf8");
      this.api.addChannelNamespace(name, { code: Code.fromInline(code) });
    }
  }
}
