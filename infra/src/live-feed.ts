import { readFileSync } from "node:fs";
import type { Names } from "@serverlesspresso/contracts/names";
import { AppSyncAuthorizationType, AppSyncDynamoDbDataSource, Code, EventApi } from "aws-cdk-lib/aws-appsync";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { SignIn } from "./sign-in";

const cognito = { authorizationType: AppSyncAuthorizationType.USER_POOL } as const;

export interface LiveFeedProps {
  names: Names;
  signIn: SignIn;
  /** Holds until when the tokens of former staff are dead. */
  validator: Table;
}

/** AppSync Events: people connect and subscribe with their token, only the back end publishes. */
export class LiveFeed extends Construct {
  readonly api: EventApi;

  constructor(scope: Construct, { names, signIn, validator }: LiveFeedProps) {
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
    this.api.addChannelNamespace("customer", { code: codeOf("customer") });
    this.api.addChannelNamespace("shop", {
      code: codeOf("shop"),
      subscribeHandlerConfig: { dataSource: this.#revocations(validator) },
    });
  }

  /** Left to itself the data source would be granted every read and write of the table. */
  #revocations(table: Table): AppSyncDynamoDbDataSource {
    const mayGet = new PolicyStatement({ actions: ["dynamodb:GetItem"], resources: [table.tableArn] });
    const role = new Role(this, "RevocationsRole", {
      assumedBy: new ServicePrincipal("appsync.amazonaws.com"),
      inlinePolicies: { get: new PolicyDocument({ statements: [mayGet] }) },
    });
    return new AppSyncDynamoDbDataSource(this, "Revocations", {
      api: this.api,
      table,
      serviceRole: role.withoutPolicyUpdates(),
    });
  }
}

function codeOf(name: string): Code {
  return Code.fromInline(readFileSync(new URL(`on-subscribe/${name}.js`, import.meta.url), "utf8"));
}
