import { useEffect, useState } from "preact/hooks";
import * as z from "zod/mini";
import { EventRecord } from "../aws/events";
import { connection } from "./connection";

const Batch = z.array(EventRecord);
const mostEvents = 500;

/** The last events with their deliveries, newest first, as they change; undefined before the first answer. */
export function useEventFeed(): readonly EventRecord[] | undefined {
  const [records, setRecords] = useState<ReadonlyMap<string, EventRecord>>();
  useEffect(() => {
    const feed = new EventSource("/_local/events");
    feed.onopen = () => {
      connection.set(true);
      // After a restart the machine knows other events than before.
      setRecords(new Map());
    };
    feed.onerror = () => connection.set(false);
    feed.onmessage = ({ data }) => {
      const batch = Batch.parse(JSON.parse(String(data)));
      setRecords((before) => merge(before ?? new Map(), batch));
    };
    return () => feed.close();
  }, []);
  return records && [...records.values()].reverse();
}

function merge(before: ReadonlyMap<string, EventRecord>, batch: readonly EventRecord[]) {
  const all = new Map(before);
  for (const record of batch) all.set(record.event.id, record);
  return new Map([...all].slice(-mostEvents));
}
