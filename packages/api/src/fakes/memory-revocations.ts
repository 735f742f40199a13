import type { Revocations } from "../staff/revocations";

/** The revocations of the validator table, in memory. */
export class MemoryRevocations implements Revocations {
  readonly #revoked = new Map<string, number>();

  async revokedAt(sub: string): Promise<number | null> {
    return this.#revoked.get(sub) ?? null;
  }

  async revoke(sub: string, at: number, instead = at): Promise<void> {
    const standing = this.#revoked.get(sub) ?? at;
    if (standing <= at || standing === instead) this.#revoked.set(sub, at);
  }

  async end(sub: string, at: number): Promise<void> {
    await this.revoke(sub, at);
  }
}
