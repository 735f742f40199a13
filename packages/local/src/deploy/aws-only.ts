import type { Deployed } from "../service";

/**
 * Resource types that have no effect on one machine: who may call what (every caller here is local),
 * what watches, what describes. Patterns end in `*`.
 */
const awsOnlyTypes = [
  "AWS::IAM::*",
  "AWS::CloudWatch::*",
  "AWS::Lambda::Permission",
  "AWS::Logs::ResourcePolicy",
  "AWS::SQS::QueuePolicy",
  "AWS::Events::EventBusPolicy",
  "AWS::SNS::Topic",
  "AWS::SNS::Subscription",
  "AWS::SNS::TopicPolicy",
  "AWS::CDK::Metadata",
  "AWS::XRay::*",
  "AWS::ResourceGroups::*",
  "AWS::Budgets::*",
];

export function isAwsOnly(type: string): boolean {
  return awsOnlyTypes.some((pattern) =>
    pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern,
  );
}

/** The name and ARN that other resources may mention of one that exists only on AWS. */
export function awsOnlyResource(
  type: string,
  logicalId: string,
  properties: Record<string, unknown>,
  place: { region: string; account: string },
): Deployed {
  const [, service = "", kind = ""] = type.split("::");
  const nameProperty = [`${kind}Name`, "Name", "ManagedPolicyName", "AlarmName"].find(
    (name) => typeof properties[name] === "string",
  );
  const name = nameProperty === undefined ? logicalId : String(properties[nameProperty]);
  const arn = arnOf(service.toLowerCase(), kind, name, place);
  const refIsArn = kind === "ManagedPolicy" || kind === "Topic";
  return { ref: refIsArn ? arn : name, attributes: { Arn: arn, TopicArn: arn, TopicName: name, Id: name } };
}

function arnOf(service: string, kind: string, name: string, place: { region: string; account: string }) {
  if (service === "iam") {
    return `arn:aws:iam::${place.account}:${kind === "ManagedPolicy" ? "policy" : kind.toLowerCase()}/${name}`;
  }
  const prefix = service === "sns" ? "" : `${kind.toLowerCase()}:`;
  return `arn:aws:${service}:${place.region}:${place.account}:${prefix}${name}`;
}
