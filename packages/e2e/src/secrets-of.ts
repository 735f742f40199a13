import {
  DescribeLogGroupsCommand,
  type FilteredLogEvent,
  paginateFilterLogEvents,
} from "@aws-sdk/client-cloudwatch-logs";
import { type AttributeValue, paginateScan } from "@aws-sdk/client-dynamodb";
import { z } from "zod";
import { awsClients, names } from "./aws-clients";
import { cognito } from "./cognito";
import type { Secrets } from "./find-leaks";
import type { Stack } from "./stack";
import type { Sent } from "./traffic";

const Page = z.object({
  Users: z.array(z.object({ Username: z.string() })),
  PaginationToken: z.string().optional(),
  NextToken: z.string().optional(),
});
const Groups = z.object({ Groups: z.array(z.object({ GroupName: z.string() })) });

/** Everything secret that a stack has had: read where only its owner reads, from its tables, log and user pool. */
export async function secretsOf(stack: Stack): Promise<Secrets> {
  const tables = [names.orderTable, names.validatorTable];
  const [log, rows, users, staff] = await Promise.all([
    linesOf(stack, names.eventLogGroup),
    Promise.all(tables.map((table) => rowsOf(stack, table))),
    usersOf(stack),
    staffOf(stack),
  ]);
  const everything = [...log, ...rows.flat().map((row) => JSON.stringify(row))].join("\n");
  const all = (pattern: RegExp) => [...everything.matchAll(pattern)].flatMap(([, value]) => value ?? []);
  // Whoever was staff, until a row said since when their tokens are dead; deleted accounts have one, too.
  const former = all(/"revoked#([^"]+)"/g).filter((sub) => users.includes(sub));
  // Whoever deleted their account is known from their orders' events only.
  const seen = [...users, ...all(/"(?:userId|USERID)":(?:\{"S":)?"([^"]+)"/g)];
  return {
    taskTokens: new Set(all(/"TaskToken":(?:\{"S":)?"([^"]+)"/g)),
    codes: new Set(all(/"code":\{"S":"([^"]+)"/g)),
    customers: new Set(seen.filter((sub) => !staff.includes(sub) && !former.includes(sub))),
  };
}

async function usersOf(stack: Stack, GroupName?: string): Promise<string[]> {
  const { userPoolId: UserPoolId } = await stack.config();
  const found: string[] = [];
  let next: { NextToken?: string | undefined; PaginationToken?: string | undefined } = {};
  do {
    const operation = GroupName === undefined ? "ListUsers" : "ListUsersInGroup";
    const page = Page.parse(await cognito(stack, operation, { UserPoolId, GroupName, ...next }));
    found.push(...page.Users.map(({ Username }) => Username));
    next = { NextToken: page.NextToken, PaginationToken: page.PaginationToken };
  } while (next.NextToken ?? next.PaginationToken);
  return found;
}

async function staffOf(stack: Stack): Promise<string[]> {
  const { userPoolId: UserPoolId } = await stack.config();
  const groups = Groups.parse(await cognito(stack, "ListGroups", { UserPoolId })).Groups;
  const members = groups.map(({ GroupName }) => usersOf(stack, GroupName));
  return (await Promise.all(members)).flat();
}

/** Every line that the functions logged. */
export async function functionLogs(stack: Stack): Promise<Sent[]> {
  const { logs } = awsClients(stack);
  const { logGroups = [] } = await logs.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: "/aws/lambda/" }),
  );
  const found = logGroups.map(async ({ logGroupName: from = "" }) =>
    (await linesOf(stack, from)).map((text) => ({ kind: "log", from, text }) as const),
  );
  return (await Promise.all(found)).flat();
}

async function linesOf(stack: Stack, logGroupName: string): Promise<string[]> {
  const lines: FilteredLogEvent[] = [];
  for await (const page of paginateFilterLogEvents({ client: awsClients(stack).logs }, { logGroupName })) {
    lines.push(...(page.events ?? []));
  }
  return lines.map(({ message = "" }) => message);
}

/** Every item of a table as it is now. */
export async function rowsOf(stack: Stack, TableName: string): Promise<Record<string, AttributeValue>[]> {
  const rows: Record<string, AttributeValue>[] = [];
  const scan = { TableName, ConsistentRead: true };
  for await (const page of paginateScan({ client: awsClients(stack).dynamodb }, scan)) {
    rows.push(...(page.Items ?? []));
  }
  return rows;
}
