import type { CDPSession } from "@playwright/test";
import { z } from "zod";

/** A snapshot's parts that are read here: https://developer.chrome.com/docs/devtools/memory-problems/heap-snapshots */
const Snapshot = z.object({
  snapshot: z.object({
    meta: z.object({
      node_fields: z.array(z.string()),
      node_types: z.tuple([z.array(z.string())], z.unknown()),
    }),
  }),
  nodes: z.array(z.number()),
});

/** Bytes of a page's heap by what they are for, for example `code`, `object`, `closure` and `string`. */
export async function heapKinds(devtools: CDPSession): Promise<Record<string, number>> {
  const chunks: string[] = [];
  const collect = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  devtools.on("HeapProfiler.addHeapSnapshotChunk", collect);
  await devtools.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  devtools.off("HeapProfiler.addHeapSnapshotChunk", collect);
  const { snapshot, nodes } = Snapshot.parse(JSON.parse(chunks.join("")));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const kindAt = fields.indexOf("type");
  const sizeAt = fields.indexOf("self_size");
  const kinds: Record<string, number> = {};
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = types[0][nodes[node + kindAt] ?? -1] ?? "unknown";
    kinds[kind] = (kinds[kind] ?? 0) + (nodes[node + sizeAt] ?? 0);
  }
  return kinds;
}
