import { AwsError } from "../aws-error";
import type { Clock } from "../clock";
import type { CognitoStore } from "./cognito-store";
import type { Group } from "./records";

export type GroupSettings = Pick<Group, "name" | "description" | "precedence" | "roleArn">;

/** The groups of each pool; who is in them stands with the user. */
export class Groups {
  constructor(
    private readonly store: CognitoStore,
    private readonly clock: Clock,
  ) {}

  find(poolId: string, name: string): Group | undefined {
    return this.store.groups.get(`${poolId}/${name}`);
  }

  /** @throws AwsError ResourceNotFoundException */
  get(poolId: string, name: string): Group {
    const group = this.find(poolId, name);
    if (!group) throw new AwsError("ResourceNotFoundException", "Group not found.");
    return group;
  }

  of(poolId: string): Group[] {
    return [...this.store.groups.rows()].filter((group) => group.poolId === poolId);
  }

  /** Creates the group, or changes it where its settings differ. */
  async save(poolId: string, settings: GroupSettings): Promise<Group> {
    const old = this.find(poolId, settings.name);
    const now = this.clock.now();
    const group = { poolId, ...settings, createdAt: old?.createdAt ?? now, modifiedAt: now };
    if (old && JSON.stringify({ ...group, modifiedAt: old.modifiedAt }) === JSON.stringify(old)) return old;
    await this.store.groups.put(`${poolId}/${settings.name}`, group);
    return group;
  }

  delete({ poolId, name }: Group): Promise<void> {
    return this.store.groups.delete(`${poolId}/${name}`);
  }

  /** Group names as a token lists them: the smallest precedence first. */
  inOrder(poolId: string, names: readonly string[]): string[] {
    const precedence = (name: string): number => this.find(poolId, name)?.precedence ?? Number.MAX_VALUE;
    return [...names].sort((a, b) => precedence(a) - precedence(b) || a.localeCompare(b));
  }
}
