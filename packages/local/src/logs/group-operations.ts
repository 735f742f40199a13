import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Machine, Operation } from "../service";
import type { LogCatalog, LogGroup, LogStream } from "./log-catalog";

const groupName = z.string().regex(/^[\w./#-]{1,512}$/);
const CreateGroupInput = z.object({ logGroupName: groupName });
const OfGroup = z.object({ logGroupName: z.string() });
const paged = {
  limit: z.number().int().min(1).max(50).default(50),
  nextToken: z.coerce.number().int().min(0).default(0),
};
const DescribeGroupsInput = z.object({
  logGroupNamePrefix: z.string().default(""),
  logGroupNamePattern: z.string().default(""),
  ...paged,
});
const CreateStreamInput = OfGroup.extend({ logStreamName: z.string().regex(/^[^:*]{1,512}$/) });
/** The periods that AWS knows. */
const retentionDays = new Set([
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288],
  3653,
]);
const RetentionInput = OfGroup.extend({
  retentionInDays: z.number().refine((days) => retentionDays.has(days), "is no period that AWS knows"),
});
const DescribeStreamsInput = z.object({
  logGroupName: z.string().optional(),
  logGroupIdentifier: z.string().optional(),
  logStreamNamePrefix: z.string().default(""),
  orderBy: z.enum(["LogStreamName", "LastEventTime"]).default("LogStreamName"),
  descending: z.boolean().default(false),
  ...paged,
});

/** The group that an operation means: by name, or by name or ARN as an "identifier". */
export function groupOf(
  catalog: LogCatalog,
  input: { logGroupName?: string | undefined; logGroupIdentifier?: string | undefined },
): LogGroup {
  const named = input.logGroupName ?? input.logGroupIdentifier ?? "";
  return catalog.group(groupNameOf(named) ?? named);
}

/** The group's name in `arn:aws:logs:…:log-group:NAME`, with or without `:*`. */
export function groupNameOf(arn: string): string | undefined {
  return /^arn:aws:logs:[^:]*:[^:]*:log-group:([^:]+)(:\*)?$/.exec(arn)?.[1];
}

/** The operations on log groups and streams. */
export function groupOperations(machine: Machine, catalog: LogCatalog): Record<string, Operation> {
  return {
    async CreateLogGroup(input) {
      const { logGroupName: name } = CreateGroupInput.parse(input);
      if (catalog.find(name) !== undefined) throw exists("log group");
      await catalog.putGroup({ name, createdAt: Math.floor(machine.clock.now()) });
      return {};
    },
    DescribeLogGroups(input) {
      const { logGroupNamePrefix, logGroupNamePattern, ...rest } = DescribeGroupsInput.parse(input);
      const found = catalog
        .groups()
        .filter(({ definition: { name } }) => name.startsWith(logGroupNamePrefix))
        .filter(({ definition: { name } }) => name.toLowerCase().includes(logGroupNamePattern.toLowerCase()))
        .sort((a, b) => compare(a.definition.name, b.definition.name));
      const { items, next } = page(found, rest);
      return { logGroups: items.map((group) => describeGroup(machine, group)), ...next };
    },
    async DeleteLogGroup(input) {
      await catalog.deleteGroup(OfGroup.parse(input).logGroupName);
      return {};
    },
    async PutRetentionPolicy(input) {
      const { logGroupName, retentionInDays } = RetentionInput.parse(input);
      await catalog.putGroup({ ...catalog.group(logGroupName).definition, retentionInDays });
      return {};
    },
    async DeleteRetentionPolicy(input) {
      const { definition } = catalog.group(OfGroup.parse(input).logGroupName);
      await catalog.putGroup({ ...definition, retentionInDays: undefined });
      return {};
    },
    async CreateLogStream(input) {
      const { logGroupName, logStreamName: name } = CreateStreamInput.parse(input);
      const { streams } = catalog.group(logGroupName);
      if (streams.has(name)) throw exists("log stream");
      await catalog.putStream(logGroupName, { name, createdAt: Math.floor(machine.clock.now()) });
      return {};
    },
    DescribeLogStreams(input) {
      const { logStreamNamePrefix, orderBy, descending, ...rest } = DescribeStreamsInput.parse(input);
      const group = groupOf(catalog, rest);
      const found = [...group.streams.values()]
        .filter(({ name }) => name.startsWith(logStreamNamePrefix))
        .sort((a, b) =>
          orderBy === "LastEventTime" ? (a.lastAt ?? 0) - (b.lastAt ?? 0) : compare(a.name, b.name),
        );
      const { items, next } = page(descending ? found.reverse() : found, rest);
      const arn = groupArn(machine, group.definition.name);
      return { logStreams: items.map((stream) => describeStream(arn, stream)), ...next };
    },
  };
}

export function groupArn(machine: Machine, name: string): string {
  return `arn:aws:logs:${machine.region}:${machine.account}:log-group:${name}`;
}

function describeGroup(machine: Machine, { definition, segments }: LogGroup): object {
  const arn = groupArn(machine, definition.name);
  return {
    logGroupName: definition.name,
    creationTime: definition.createdAt,
    retentionInDays: definition.retentionInDays,
    metricFilterCount: 0,
    arn: `${arn}:*`,
    logGroupArn: arn,
    storedBytes: segments.storedBytes,
    logGroupClass: "STANDARD",
  };
}

function describeStream(arn: string, stream: LogStream): object {
  return {
    logStreamName: stream.name,
    creationTime: stream.createdAt,
    firstEventTimestamp: stream.firstAt,
    lastEventTimestamp: stream.lastAt,
    lastIngestionTime: stream.takenAt,
    arn: `${arn}:log-stream:${stream.name}`,
    storedBytes: 0,
  };
}

function page<Item>(items: readonly Item[], { limit, nextToken }: { limit: number; nextToken: number }) {
  const end = nextToken + limit;
  return {
    items: items.slice(nextToken, end),
    next: end < items.length ? { nextToken: String(end) } : {},
  };
}

function exists(what: string): AwsError {
  return new AwsError("ResourceAlreadyExistsException", `The specified ${what} already exists`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
