/** A full segment: the numbers of its lines and the times between which they lie, in ms. */
export interface SealedSegment {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** The file's name without its ending; a full segment says in it what it holds, so that none is read at start. */
export function segmentName(first: number, sealed?: SealedSegment): string {
  const name = String(first).padStart(12, "0");
  return sealed === undefined ? name : `${name}-${sealed.last}-${sealed.from}-${sealed.to}`;
}

export function parseSegmentName(name: string): SealedSegment | undefined {
  const found = /^(\d+)-(\d+)-(\d+)-(\d+)\.log$/.exec(name);
  if (found === null) return undefined;
  const [, first, last, from, to] = found.map(Number);
  return { first: first ?? 0, last: last ?? 0, from: from ?? 0, to: to ?? 0 };
}
