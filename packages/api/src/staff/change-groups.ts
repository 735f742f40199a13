import type { Ports } from "../ports";

type RevocationPorts = Pick<Ports, "revocations" | "clock">;

/** Longer than any change takes, with all the time that is left to a function. */
const underWayMs = 5 * 60_000;

/**
 * Changes somebody's groups and kills the tokens that tell of the old ones. Meanwhile no token of theirs is
 * good for anything that staff may do: whoever is removed cannot fetch one in time, and if this dies half-way
 * they have what is left of their rights only once the moment ahead is past or the change is made again.
 */
export async function changeGroups<Changed>(
  { revocations, clock }: RevocationPorts,
  id: string,
  change: () => Promise<Changed>,
): Promise<Changed> {
  const ahead = clock.now() + underWayMs;
  await revocations.revoke(id, ahead);
  const changed = await change();
  await revocations.revoke(id, clock.now(), ahead);
  return changed;
}

/** Whether somebody's groups are being changed; also where the change died half-way, and is to be made again. */
export async function isUnderWay({ revocations, clock }: RevocationPorts, id: string): Promise<boolean> {
  return ((await revocations.revokedAt(id)) ?? 0) > clock.now();
}
