const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** The digit that chooses a ticket, by its id; a ticket that is not in it has none yet. */
export type KeyCaps = ReadonlyMap<string, string>;

/**
 * A ticket keeps its digit as long as it hangs there: a key pressed while another leaves chooses the same one.
 * What has become free goes to the first that has none.
 * @param ids what hangs in the lane, gaps among it, in its places
 */
export function keyCapsAfter(before: KeyCaps, ids: readonly string[]): KeyCaps {
  const kept = ids.flatMap((id): [string, string][] => {
    const digit = before.get(id);
    return digit === undefined ? [] : [[id, digit]];
  });
  const caps = new Map(kept);
  const taken = new Set(caps.values());
  const free = digits.filter((digit) => !taken.has(digit));
  for (const id of ids) {
    if (caps.has(id)) continue;
    const digit = free.shift();
    if (digit === undefined) break;
    caps.set(id, digit);
  }
  return caps;
}
