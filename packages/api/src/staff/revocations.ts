/** Until when the tokens of members of staff are dead: those who left, and those whose role changed. */
export interface Revocations {
  /** Tokens of `sub` that claim a group are dead if they were issued then or before (ms); null: none ever was. */
  revokedAt(sub: string): Promise<number | null>;

  /** Kills the tokens issued until `at`. A later moment that stands already stays, unless it is `instead`. */
  revoke(sub: string, at: number, instead?: number): Promise<void>;
}
