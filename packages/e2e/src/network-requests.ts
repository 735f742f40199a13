import type { Ask } from "./ask";

/** Our addresses as the network knows them. */
export interface Network {
  /** The three apps, the HTTP API, the AWS port. */
  apps: readonly string[];
  api: string;
  aws: string;
  userPoolId: string;
  clientId: string;
}

type Named = [name: string, asked: Ask];

const targets = [
  "DynamoDB_20120810.ListTables",
  "DynamoDB_20120810.Scan",
  "DynamoDB_20120810.PutItem",
  "DynamoDBStreams_20120810.ListStreams",
  "AWSStepFunctions.ListStateMachines",
  "AWSStepFunctions.StartExecution",
  "AWSStepFunctions.SendTaskSuccess",
  "AWSEvents.ListEventBuses",
  "AWSEvents.PutEvents",
  "Logs_20140328.DescribeLogGroups",
  "Logs_20140328.FilterLogEvents",
  "AmazonSQS.ListQueues",
  "AmazonSQS.ReceiveMessage",
  "AmazonSSM.GetParameter",
  ...[
    "ListUserPools",
    "ListUsers",
    "AdminCreateUser",
    "AdminGetUser",
    "AdminDeleteUser",
    "AdminAddUserToGroup",
    "AdminInitiateAuth",
    "AdminUserGlobalSignOut",
    "CreateGroup",
  ].map((operation) => `AWSCognitoIdentityProviderService.${operation}`),
];
const queries = [
  ["sqs", "ListQueues"],
  ["sts", "GetCallerIdentity"],
  ["cloudformation", "DescribeStacks"],
  ["iam", "ListRoles"],
] as const;
const consolePaths = ["/", "/console/main.js", "/console/main.css", "/index.html"];
const localPaths = [
  "/_local/health",
  "/_local/config",
  "/_local/inbox",
  "/_local/inbox?to=ada@example.com",
  "/_local/clock",
  "//_local/inbox",
  "/x/../_local/inbox",
];

/** A signature as AWS clients send it; nothing here checks what it proves. */
const signedFor = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=local/20261122/us-east-1/${service}/aws4_request, ` +
  `SignedHeaders=host, Signature=${"0".repeat(64)}`;

/** A call that the apps make without a token. */
export function publicCall({ aws, clientId }: Network, headers: Record<string, string> = {}): Ask {
  return target(aws, "AWSCognitoIdentityProviderService.InitiateAuth", headers, {
    ClientId: clientId,
    AuthFlow: "USER_AUTH",
    AuthParameters: { USERNAME: "nobody@example.com" },
  });
}

function target(aws: string, name: string, headers: Record<string, string> = {}, input: object = {}): Ask {
  return {
    url: aws,
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": name, ...headers },
    body: JSON.stringify(input),
  };
}

/** What only this machine itself may do (DESIGN 6, "Safety"). */
export function forbidden(network: Network): Named[] {
  const { aws } = network;
  const query = (service: string, action: string): Ask => ({
    url: aws,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", authorization: signedFor(service) },
    body: `Action=${action}`,
  });
  const borrowed = { "x-amz-target": "AWSCognitoIdentityProviderService.InitiateAuth" };
  return [
    ...targets.map((name): Named => [name, target(aws, name, { authorization: signedFor("any") })]),
    ...queries.map(([service, action]): Named => [`${service} ${action}`, query(service, action)]),
    ["a function", { url: `${aws}/2015-03-31/functions/Api/invocations`, method: "POST", body: "{}" }],
    ["a schedule", { url: `${aws}/schedules/any`, method: "POST", body: "{}" }],
    ...consolePaths.map((path): Named => [`console ${path}`, { url: aws + path }]),
    ...localPaths.flatMap((path): Named[] => [
      [`GET ${path}`, { url: aws + path }],
      [`GET ${path} as a public call`, { url: aws + path, headers: borrowed }],
    ]),
    ["the clock", { url: `${aws}/_local/clock`, method: "POST", body: '{"advanceSeconds":1}' }],
    [
      "the clock as a public call",
      { url: `${aws}/_local/clock`, method: "POST", headers: borrowed, body: '{"advanceSeconds":1}' },
    ],
  ];
}

/** Publishing on the live feed, signed as the back end signs: only this machine is the back end. */
export function publishing({ aws }: Network): Ask {
  const body = JSON.stringify({ channel: "/shop/default/status", events: ["{}"] });
  return { url: `${aws}/event`, method: "POST", headers: { authorization: signedFor("appsync") }, body };
}

/** Names of somebody else that lead to this machine's address: DNS rebinding. */
const foreignHosts = ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "localhost."];

/** What a page of somebody else asks for by its own name. */
export function rebound(network: Network): Named[] {
  const { apps, api, aws } = network;
  return foreignHosts.flatMap((host): Named[] => [
    ...[...apps, `${api}/shop`].map((url): Named => [`${url} as ${host}`, { url, headers: { host } }]),
    [`a public call as ${host}`, publicCall(network, { host })],
    [`the live feed as ${host}`, liveFeed(network, { host })],
    [`/_local/health as ${host}`, { url: `${aws}/_local/health`, headers: { host } }],
  ]);
}

/** The handshake of the live feed. */
export function liveFeed({ aws }: Network, headers: Record<string, string> = {}): Ask {
  return {
    url: `${aws}/event/realtime`,
    headers: {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      "sec-websocket-protocol": "aws-appsync-event-ws",
      ...headers,
    },
  };
}
