/** Until when the tokens of members of staff are dead: those who left, and those whose role changed. */
export interface Revocations {
  /** Tokens of `sub` that claim a group are dead if they were issued then or before (ms); null: none ever was. */
  revokedAt(sub: string): Promise<number | null>;

  /**
   * Kills the tokens issued until `at`. A later moment that stands already stays, unless it is `instead`. It is
   * known for as long as orders may name whoever left.
   */
  revoke(sub: string, at: number, instead?: number): Promise<void>;

  /** Kills the tokens of an account that is deleted; known no longer than they live. */
  end(sub: string, at: number): Promise<void>;
}
