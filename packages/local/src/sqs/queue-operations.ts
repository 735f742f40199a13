import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Machine, Operation } from "../service";
import type { Queue } from "./queue";
import type { QueueStore } from "./queue-store";

const Attributes = z.record(z.string(), z.string()).default({});
const QueueName = z
  .string()
  .regex(
    /^[\w-]{1,80}$/,
    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length",
  );
const CreateInput = z.object({ QueueName, Attributes });
const ByName = z.object({ QueueName: z.string() });
const ByUrl = z.object({ QueueUrl: z.string() });
const GetInput = ByUrl.extend({ AttributeNames: z.array(z.string()).default([]) });
const SetInput = ByUrl.extend({ Attributes });
const paged = {
  MaxResults: z.coerce.number().int().min(1).max(1000).default(1000),
  NextToken: z.coerce.number().int().min(0).default(0),
};
const ListInput = z.object({ QueueNamePrefix: z.string().default(""), ...paged });
const ListSourcesInput = ByUrl.extend(paged);

/** The name is the last part of the URL, whatever host a client knows the queue by. */
export function queueOf(store: QueueStore, url: string): Queue {
  return store.queue(url.split("/").at(-1) ?? "");
}

/** The operations on queues themselves. */
export function queueOperations(
  machine: Machine,
  store: QueueStore,
  urlOf: (name: string) => string,
): Record<string, Operation> {
  return {
    async CreateQueue(input) {
      const { QueueName: name, Attributes: attributes } = CreateInput.parse(input);
      const before = store.find(name);
      if (before !== undefined && !isSame(before.definition.attributes, attributes)) {
        throw new AwsError(
          "QueueNameExists",
          "A queue already exists with the same name and a different value for attribute(s)",
        );
      }
      const now = machine.clock.now();
      if (before === undefined) await store.putQueue({ name, attributes, createdAt: now, modifiedAt: now });
      return { QueueUrl: urlOf(name) };
    },
    GetQueueUrl: (input) => ({ QueueUrl: urlOf(store.queue(ByName.parse(input).QueueName).name) }),
    ListQueues(input) {
      const { QueueNamePrefix, MaxResults, NextToken } = ListInput.parse(input);
      const names = store.queues().map((queue) => queue.name);
      const found = names.filter((name) => name.startsWith(QueueNamePrefix)).sort();
      const { page, next } = pageOf(found, { MaxResults, NextToken });
      return { QueueUrls: page.map(urlOf), ...next };
    },
    GetQueueAttributes(input) {
      const { QueueUrl, AttributeNames } = GetInput.parse(input);
      const all = describe(store, queueOf(store, QueueUrl), machine.clock.now());
      const wanted = Object.entries(all).filter(
        ([name]) => AttributeNames.includes("All") || AttributeNames.includes(name),
      );
      return wanted.length === 0 ? {} : { Attributes: Object.fromEntries(wanted) };
    },
    async SetQueueAttributes(input) {
      const { QueueUrl, Attributes: changes } = SetInput.parse(input);
      const { definition } = queueOf(store, QueueUrl);
      const attributes = { ...definition.attributes, ...changes };
      await store.putQueue({ ...definition, attributes, modifiedAt: machine.clock.now() });
      return {};
    },
    ListDeadLetterSourceQueues(input) {
      const { QueueUrl, ...paged } = ListSourcesInput.parse(input);
      const arn = store.arn(queueOf(store, QueueUrl).name);
      const sources = store
        .queues()
        .filter(({ settings }) => settings.RedrivePolicy?.deadLetterTargetArn === arn);
      const names = sources.map((queue) => queue.name).sort();
      const { page, next } = pageOf(names, paged);
      // AWS spells this one member in lower case.
      return { queueUrls: page.map(urlOf), ...next };
    },
    async PurgeQueue(input) {
      await store.purge(queueOf(store, ByUrl.parse(input).QueueUrl).name);
      return {};
    },
    async DeleteQueue(input) {
      await store.deleteQueue(queueOf(store, ByUrl.parse(input).QueueUrl).name);
      return {};
    },
  };
}

function pageOf(
  names: readonly string[],
  { MaxResults, NextToken }: { MaxResults: number; NextToken: number },
) {
  const end = NextToken + MaxResults;
  return { page: names.slice(NextToken, end), next: end < names.length ? { NextToken: String(end) } : {} };
}

function isSame(before: Readonly<Record<string, string>>, now: Record<string, string>): boolean {
  return Object.entries(now).every(([name, value]) => before[name] === value);
}

function describe(store: QueueStore, queue: Queue, now: number): Record<string, string> {
  const { visible, delayed, inFlight } = queue.counts(now);
  const { RedrivePolicy, ...settings } = queue.settings;
  const numbers = {
    ...settings,
    ApproximateNumberOfMessages: visible,
    ApproximateNumberOfMessagesDelayed: delayed,
    ApproximateNumberOfMessagesNotVisible: inFlight,
    CreatedTimestamp: Math.floor(queue.definition.createdAt / 1000),
    LastModifiedTimestamp: Math.floor(queue.definition.modifiedAt / 1000),
  };
  return {
    ...queue.definition.attributes,
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
    ...(RedrivePolicy && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
    QueueArn: store.arn(queue.name),
  };
}
