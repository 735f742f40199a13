import type { Names } from "@serverlesspresso/contracts/names";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  UserPool,
  type UserPoolClient,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";

/** Sign-in by e-mail code, without passwords, and the groups of staff. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, names: Names) {
    super(scope, "SignIn");
    this.pool = new UserPool(this, "Pool", {
      userPoolName: names.of("serverlesspresso"),
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      // Without it an address that somebody gives their own account leads to it before anybody has confirmed it: a
      // manager who takes its owner on would give their role to whoever was quicker.
      keepOriginal: { email: true },
      // Cognito insists that a password may be a first factor. Nobody knows any: whoever confirms an address is
      // given one at random (AccountConfirmed), in place of what somebody else may have signed it up with.
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true } },
      standardAttributes: { fullname: { required: false, mutable: true } },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.client = this.pool.addClient("Web", {
      userPoolClientName: names.of("serverlesspresso-web"),
      authFlows: { user: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // The name is the bar's to give: customers and colleagues read it.
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
      accessTokenValidity: Duration.minutes(60),
      idTokenValidity: Duration.minutes(60),
      // Not rotated: one whose successor was lost on its way would be refused a minute later, and nobody stands at
      // the shop's screen, or wishes to on a phone in a lift, to sign in anew. Signing out revokes it.
      refreshTokenValidity: Duration.days(365),
    });
    for (const groupName of ["barista", "manager", "display"]) {
      new CfnUserPoolGroup(this, groupName, { userPoolId: this.pool.userPoolId, groupName });
    }
  }
}
