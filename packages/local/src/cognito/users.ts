import { randomUUID } from "node:crypto";
import { AwsError } from "../aws-error";
import type { Clock } from "../clock";
import type { CognitoStore } from "./cognito-store";
import type { User } from "./records";

/** The users of all pools, found by `sub` or by e-mail address in any case. */
export class Users {
  readonly #subByEmail = new Map<string, string>();

  constructor(
    private readonly store: CognitoStore,
    private readonly clock: Clock,
  ) {
    for (const user of store.users.rows()) this.#subByEmail.set(emailKey(user), user.sub);
  }

  /** @param name the e-mail address that signed up, or the real user name: the `sub` */
  find(poolId: string, name: string): User | undefined {
    const sub = this.#subByEmail.get(`${poolId} ${name.toLowerCase()}`) ?? name;
    const user = this.store.users.get(sub);
    return user?.poolId === poolId ? user : undefined;
  }

  /** @throws AwsError UserNotFoundException */
  get(poolId: string, name: string): User {
    const user = this.find(poolId, name);
    if (!user) throw new AwsError("UserNotFoundException", "User does not exist.");
    return user;
  }

  /** Oldest first. */
  *of(poolId: string): Generator<User> {
    for (const user of this.store.users.rows()) if (user.poolId === poolId) yield user;
  }

  /**
   * The row of a new user, not yet saved.
   * @throws AwsError UsernameExistsException, InvalidParameterException for what is no address
   */
  draft(poolId: string, email: string, attributes: Record<string, string>, status: User["status"]): User {
    if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) {
      throw new AwsError("InvalidParameterException", "Username should be an email.");
    }
    if (this.find(poolId, email)) {
      throw new AwsError("UsernameExistsException", "User already exists");
    }
    if ((attributes.email ?? email).toLowerCase() !== email.toLowerCase()) {
      throw new AwsError("InvalidParameterException", "The email attribute differs from the user name.");
    }
    const now = this.clock.now();
    return {
      poolId,
      sub: randomUUID(),
      attributes: { ...attributes, email },
      status,
      groups: [],
      createdAt: now,
      modifiedAt: now,
    };
  }

  save(user: User): Promise<void> {
    this.#subByEmail.set(emailKey(user), user.sub);
    return this.store.users.put(user.sub, user);
  }

  /** Saves `changes` to a user as it is now; resolves when durable. */
  change(user: User, changes: Partial<User>): Promise<void> {
    return this.save({ ...user, ...changes, modifiedAt: this.clock.now() });
  }

  delete(user: User): Promise<void> {
    this.#subByEmail.delete(emailKey(user));
    return this.store.users.delete(user.sub);
  }
}

function emailKey(user: User): string {
  return `${user.poolId} ${emailOf(user).toLowerCase()}`;
}

export function emailOf(user: User): string {
  return user.attributes.email ?? "";
}
