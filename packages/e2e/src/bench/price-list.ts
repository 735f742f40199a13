/**
 * AWS's list prices in us-east-1, June 2025, in $: beyond the free tiers, which a busy account has used up.
 * Not here: e-mail ($0.10 per 1,000 codes), Cognito's users beyond 10,000 a month, storage, traffic, alarms.
 */
export const priceList = {
  "states.transitions": { service: "Step Functions, a state transition", each: 25 / 1e6 },
  "lambda.invocations": { service: "Lambda, a request", each: 0.2 / 1e6 },
  "lambda.gigabyteSeconds": { service: "Lambda, a GB-second (arm64)", each: 0.0000133334 },
  "apigateway.requests": { service: "API Gateway HTTP API, a request", each: 1 / 1e6 },
  "dynamodb.writeUnits": { service: "DynamoDB on demand, a write unit", each: 0.625 / 1e6 },
  "dynamodb.readUnits": { service: "DynamoDB on demand, a read unit", each: 0.125 / 1e6 },
  "events.put": { service: "EventBridge, an event of ours", each: 1 / 1e6 },
  "appsync.operations": { service: "AppSync Events, an operation", each: 1 / 1e6 },
  "appsync.connectionMinutes": { service: "AppSync Events, a minute connected", each: 0.08 / 1e6 },
  "logs.bytes": { service: "CloudWatch Logs, a byte", each: 0.5 / 1e9 },
} as const;

export type Billed = keyof typeof priceList;
/** How much of each was used. */
export type Usage = Partial<Record<Billed, number>>;

/** What a usage costs, by what is billed, dearest first. */
export function pricesOf(usage: Usage): { billed: Billed; amount: number; price: number }[] {
  const billed = Object.keys(priceList) as Billed[]; // the list's own keys
  return billed
    .map((each) => {
      const amount = usage[each] ?? 0;
      return { billed: each, amount, price: amount * priceList[each].each };
    })
    .sort((a, b) => b.price - a.price);
}

/** What was used between two readings. */
export function usedBetween(before: Usage, after: Usage): Usage {
  return Object.fromEntries(
    Object.entries(after).map(([name, amount]) => [name, amount - (before[name as Billed] ?? 0)]),
  );
}
