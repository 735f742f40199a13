import { randomUUID } from "node:crypto";
import type { Machine, Service } from "../service";
import { filterLogEvents } from "./filter-log-events";
import { getLogEvents } from "./get-log-events";
import { groupNameOf, groupOperations } from "./group-operations";
import { LogCatalog } from "./log-catalog";
import { logGroupResource } from "./log-group-resource";
import { countLine, putLogEvents } from "./put-log-events";

/** CloudWatch Logs: groups and streams on disk, the newest 64 MB of each group. */
export function createLogsService(machine: Machine): Service {
  const catalog = LogCatalog.open(machine.dataFolder);
  // EventBridge names its streams by random ids; one a run keeps their number small.
  const eventStream = randomUUID();
  return {
    name: "logs",
    targetPrefix: "Logs_20140328",
    jsonVersion: "1.1",
    operations: {
      ...groupOperations(machine, catalog),
      PutLogEvents: (input) => putLogEvents(machine, catalog, input),
      GetLogEvents: (input) => getLogEvents(catalog, input),
      FilterLogEvents: (input) => filterLogEvents(catalog, input),
    },
    resources: [logGroupResource(machine, catalog)],
    target: {
      accepts: (arn) => groupNameOf(arn) !== undefined,
      async deliver(arn, input) {
        const group = catalog.group(groupNameOf(arn) ?? "");
        const now = Math.floor(machine.clock.now());
        if (!group.streams.has(eventStream)) {
          await catalog.putStream(group.definition.name, { name: eventStream, createdAt: now });
        }
        countLine(machine, input);
        await catalog.append(group, [{ stream: eventStream, at: now, taken: now, text: input }], true);
      },
    },
    close: () => catalog.close(),
  };
}
