import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Operation } from "../service";
import { userOf, userType } from "./admin-users";
import type { Cognito } from "./cognito";
import { pageOf } from "./page";
import { parseInput } from "./parse-input";
import type { Group } from "./records";

/** As AWS has it: no spaces, which would also break the list of groups that the HTTP API hands on. */
const GroupName = z
  .string()
  .max(128)
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u);
const OfGroup = z.object({ UserPoolId: z.string(), GroupName });
const Paged = z.object({
  UserPoolId: z.string(),
  Limit: z.number().int().min(0).max(60).optional(),
  NextToken: z.string().optional(),
});
const CreateGroup = OfGroup.extend({
  Description: z.string().optional(),
  Precedence: z.number().int().min(0).optional(),
  RoleArn: z.string().optional(),
});

/** Groups and who is in them. */
export function adminGroupOperations(cognito: Cognito): Record<string, Operation> {
  const { groups, pools, users } = cognito;
  return {
    async CreateGroup(input) {
      const { UserPoolId, GroupName, ...rest } = parseInput(CreateGroup, input);
      const poolId = pools.pool(UserPoolId).id;
      if (groups.find(poolId, GroupName)) {
        throw new AwsError("GroupExistsException", "A group with the name already exists.");
      }
      const group = await groups.save(poolId, {
        name: GroupName,
        description: rest.Description,
        precedence: rest.Precedence,
        roleArn: rest.RoleArn,
      });
      return { Group: groupType(group) };
    },
    GetGroup(input) {
      const { UserPoolId, GroupName } = parseInput(OfGroup, input);
      return { Group: groupType(groups.get(pools.pool(UserPoolId).id, GroupName)) };
    },
    async UpdateGroup(input) {
      const { UserPoolId, GroupName, ...changes } = parseInput(CreateGroup, input);
      const old = groups.get(pools.pool(UserPoolId).id, GroupName);
      const group = await groups.save(old.poolId, {
        name: old.name,
        description: changes.Description ?? old.description,
        precedence: changes.Precedence ?? old.precedence,
        roleArn: changes.RoleArn ?? old.roleArn,
      });
      return { Group: groupType(group) };
    },
    async DeleteGroup(input) {
      const { UserPoolId, GroupName } = parseInput(OfGroup, input);
      const group = groups.get(pools.pool(UserPoolId).id, GroupName);
      const members = [...users.of(group.poolId)].filter((user) => user.groups.includes(group.name));
      await Promise.all(
        members.map((user) =>
          users.change(user, { groups: user.groups.filter((each) => each !== group.name) }),
        ),
      );
      await groups.delete(group);
      return {};
    },
    ListGroups(input) {
      const { UserPoolId, Limit, NextToken } = parseInput(Paged, input);
      const { page, next } = pageOf(groups.of(pools.pool(UserPoolId).id), Limit || undefined, NextToken);
      return { Groups: page.map(groupType), NextToken: next };
    },
    ListUsersInGroup(input) {
      const { UserPoolId, GroupName, Limit, NextToken } = parseInput(Paged.extend(OfGroup.shape), input);
      const group = groups.get(pools.pool(UserPoolId).id, GroupName);
      const members = [...users.of(UserPoolId)].filter((user) => user.groups.includes(group.name));
      const { page, next } = pageOf(members, Limit || undefined, NextToken);
      return { Users: page.map((user) => userType(user)), NextToken: next };
    },
    AdminListGroupsForUser(input) {
      const user = userOf(cognito, input);
      const { Limit, NextToken } = parseInput(Paged, input);
      const own = groups.of(user.poolId).filter((group) => user.groups.includes(group.name));
      const { page, next } = pageOf(own, Limit || undefined, NextToken);
      return { Groups: page.map(groupType), NextToken: next };
    },
    async AdminAddUserToGroup(input) {
      const user = userOf(cognito, input);
      const { name } = groups.get(user.poolId, parseInput(OfGroup, input).GroupName);
      if (!user.groups.includes(name)) await users.change(user, { groups: [...user.groups, name] });
      return {};
    },
    async AdminRemoveUserFromGroup(input) {
      const user = userOf(cognito, input);
      const { name } = groups.get(user.poolId, parseInput(OfGroup, input).GroupName);
      if (user.groups.includes(name)) {
        await users.change(user, { groups: user.groups.filter((each) => each !== name) });
      }
      return {};
    },
  };
}

function groupType(group: Group): object {
  return {
    GroupName: group.name,
    UserPoolId: group.poolId,
    Description: group.description,
    Precedence: group.precedence,
    RoleArn: group.roleArn,
    CreationDate: group.createdAt / 1000,
    LastModifiedDate: group.modifiedAt / 1000,
  };
}
