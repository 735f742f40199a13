import type { Machine } from "../service";
import type { AttemptLimit } from "./attempt-limit";
import type { CognitoStore } from "./cognito-store";
import type { Groups } from "./groups";
import type { Tokens } from "./tokens";
import type { UserPools } from "./user-pools";
import type { Users } from "./users";

/** A message with a code, to one address; `at` in ms since the epoch. */
export interface CodeMail {
  readonly to: string;
  readonly code: string;
  readonly at: number;
  readonly subject: string;
  readonly text: string;
}

/** Hands a message over; resolves once it is kept. */
export type SendMail = (message: CodeMail) => Promise<void>;

/** What the operations of Cognito work on. */
export interface Cognito {
  readonly machine: Machine;
  readonly store: CognitoStore;
  readonly pools: UserPools;
  readonly users: Users;
  readonly groups: Groups;
  readonly tokens: Tokens;
  readonly mail: SendMail;
  /** Codes sent to one user. */
  readonly sending: AttemptLimit;
  /** Wrong codes given for one user, over all sessions. */
  readonly guessing: AttemptLimit;
}
