/** An account: `id` is the `sub` of its tokens and its user name. */
export interface Person {
  id: string;
  name: string;
}

/** The accounts and the groups that they are in. Nothing here ever answers an address. */
export interface StaffDirectory {
  /** The name that customers and colleagues read. */
  nameOf(username: string): Promise<string>;

  /**
   * The account of an address; one is made, with that name, where there was none. Throws `member_protected` where
   * somebody has given an account of theirs an address that its owner has not confirmed.
   */
  accountOf(email: string, name: string): Promise<{ id: string; isNew: boolean }>;

  rename(id: string, name: string): Promise<void>;

  /** Every group that somebody is in; null where there is no such account. */
  groupsOf(id: string): Promise<string[] | null>;

  /** Everybody in a group: nobody where there is no such group. */
  membersOf(group: string): Promise<Person[]>;

  /** Puts somebody into a group, which is made if there is none. */
  join(id: string, group: string): Promise<void>;

  /** Takes somebody out of a group; also where they are not in it, or are not at all. */
  leave(id: string, group: string): Promise<void>;

  /** Ends an account and all its sign-ins; also one that is gone already. */
  deleteAccount(id: string): Promise<void>;
}
