/** A full segment: the numbers of its lines, the times between which they lie, in ms, and its size. */
export interface SealedSegment {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}

/** The file's name without its ending; a full segment says in it what it holds, so that none is read at start. */
export function segmentName(first: number, sealed?: SealedSegment): string {
  const name = String(first).padStart(12, "0");
  if (sealed === undefined) return name;
  return `${name}-${sealed.last}-${sealed.from}-${sealed.to}-${sealed.bytes}`;
}

export function parseSegmentName(name: string): SealedSegment | undefined {
  const found = /^(\d+)-(\d+)-(\d+)-(\d+)-(\d+)\.log$/.exec(name);
  if (found === null) return undefined;
  const [, first = 0, last = 0, from = 0, to = 0, bytes = 0] = found.map(Number);
  return { first, last, from, to, bytes };
}
