import type { Person, StaffDirectory } from "../staff/staff-directory";

interface Account extends Person {
  email: string;
  groups: string[];
}

/** The user pool in memory. */
export class MemoryStaffDirectory implements StaffDirectory {
  readonly #accounts = new Map<string, Account>();
  /** Runs once, before somebody leaves a group: what somebody else does in the middle of a change. */
  beforeNextLeave: (() => Promise<unknown>) | null = null;

  /** An account that is there already. */
  add(id: string, email: string, groups: readonly string[] = []): void {
    this.#accounts.set(id, { id, email, name: `Name of ${id}`, groups: [...groups] });
  }

  async nameOf(username: string): Promise<string> {
    return this.#accounts.get(username)?.name ?? `Name of ${username}`;
  }

  async accountOf(email: string, name: string): Promise<{ id: string; isNew: boolean }> {
    const known = [...this.#accounts.values()].find((account) => account.email === email);
    if (known !== undefined) return { id: known.id, isNew: false };
    const id = `person-${this.#accounts.size + 1}`;
    this.#accounts.set(id, { id, email, name, groups: [] });
    return { id, isNew: true };
  }

  async rename(id: string, name: string): Promise<void> {
    Object.assign(this.#account(id), { name });
  }

  async groupsOf(id: string): Promise<string[] | null> {
    return this.#accounts.get(id)?.groups.slice() ?? null;
  }

  async membersOf(group: string): Promise<Person[]> {
    const members = [...this.#accounts.values()].filter(({ groups }) => groups.includes(group));
    return members.map(({ id, name }) => ({ id, name }));
  }

  async join(id: string, group: string): Promise<void> {
    const account = this.#account(id);
    account.groups = [...account.groups.filter((each) => each !== group), group];
  }

  async leave(id: string, group: string): Promise<void> {
    const others = this.beforeNextLeave;
    this.beforeNextLeave = null;
    await others?.();
    const account = this.#accounts.get(id);
    if (account !== undefined) account.groups = account.groups.filter((each) => each !== group);
  }

  async deleteAccount(id: string): Promise<void> {
    this.#accounts.delete(id);
  }

  #account(id: string): Account {
    const account = this.#accounts.get(id);
    if (account === undefined) throw new Error(`There is no account ${id}.`);
    return account;
  }
}
