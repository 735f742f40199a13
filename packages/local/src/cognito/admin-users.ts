import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Operation } from "../service";
import type { Cognito } from "./cognito";
import { deleteUser } from "./delete-user";
import { pageOf } from "./page";
import { parseInput } from "./parse-input";
import type { User } from "./records";
import { AttributeList, attributeList, readAttributes, readChanges } from "./user-attributes";
import { userFilter } from "./user-filter";

const OfUser = z.object({ UserPoolId: z.string(), Username: z.string() });
const AdminCreateUser = OfUser.extend({
  UserAttributes: AttributeList.default([]),
  TemporaryPassword: z.never({ error: "passwords are not supported here" }).optional(),
  MessageAction: z.literal("SUPPRESS", "only SUPPRESS is supported here").optional(),
});
const AdminUpdateUserAttributes = OfUser.extend({ UserAttributes: AttributeList });
const AdminDeleteUserAttributes = OfUser.extend({ UserAttributeNames: z.array(z.string()).max(25) });
const ListUsers = z.object({
  UserPoolId: z.string(),
  Filter: z.string().default(""),
  Limit: z.number().int().min(1).max(60).optional(),
  PaginationToken: z.string().optional(),
  AttributesToGet: z.array(z.string()).optional(),
});

/** Users as an administrator handles them. A created user needs no invitation to sign in by code. */
export function adminUserOperations(cognito: Cognito): Record<string, Operation> {
  const { pools, tokens, users } = cognito;
  return {
    async AdminCreateUser(input) {
      const { UserPoolId, Username, UserAttributes } = parseInput(AdminCreateUser, input);
      const attributes = readAttributes(pools.pool(UserPoolId), UserAttributes);
      const user = users.draft(UserPoolId, Username, attributes, "CONFIRMED");
      await users.save(user);
      return { User: userType(user) };
    },
    AdminGetUser(input) {
      const { Attributes, ...rest } = userType(userOf(cognito, input));
      return { ...rest, UserAttributes: Attributes };
    },
    async AdminUpdateUserAttributes(input) {
      const { UserPoolId, UserAttributes } = parseInput(AdminUpdateUserAttributes, input);
      const user = userOf(cognito, input);
      const changes = readChanges(pools.pool(UserPoolId), UserAttributes);
      await users.change(user, { attributes: { ...user.attributes, ...changes } });
      return {};
    },
    async AdminDeleteUserAttributes(input) {
      const { UserPoolId, UserAttributeNames } = parseInput(AdminDeleteUserAttributes, input);
      const user = userOf(cognito, input);
      // Refuses what the pool does not know and the address, as a change of them is.
      readChanges(
        pools.pool(UserPoolId),
        UserAttributeNames.map((Name) => ({ Name, Value: "" })),
      );
      const kept = Object.entries(user.attributes).filter(([name]) => !UserAttributeNames.includes(name));
      await users.change(user, { attributes: Object.fromEntries(kept) });
      return {};
    },
    async AdminConfirmSignUp(input) {
      const user = userOf(cognito, input);
      if (user.status === "CONFIRMED") {
        throw new AwsError("NotAuthorizedException", "User cannot be confirmed. Current status is CONFIRMED");
      }
      await users.change(user, { status: "CONFIRMED", signUpCode: undefined });
      return {};
    },
    async AdminDisableUser(input) {
      const user = userOf(cognito, input);
      await users.change(user, { disabled: true });
      await tokens.revokeAll(user);
      return {};
    },
    async AdminEnableUser(input) {
      await users.change(userOf(cognito, input), { disabled: undefined });
      return {};
    },
    async AdminDeleteUser(input) {
      await deleteUser(cognito, userOf(cognito, input));
      return {};
    },
    async AdminUserGlobalSignOut(input) {
      await tokens.revokeAll(userOf(cognito, input));
      return {};
    },
    ListUsers(input) {
      const query = parseInput(ListUsers, input);
      const poolId = pools.pool(query.UserPoolId).id;
      const found = [...users.of(poolId)].filter(userFilter(query.Filter));
      const { page, next } = pageOf(found, query.Limit, query.PaginationToken);
      return {
        Users: page.map((user) => userType(user, query.AttributesToGet)),
        ...(next !== undefined && { PaginationToken: next }),
      };
    },
  };
}

/** The user that `{UserPoolId, Username}` names. @throws AwsError UserNotFoundException */
export function userOf({ pools, users }: Cognito, input: unknown): User {
  const { UserPoolId, Username } = parseInput(OfUser, input);
  return users.get(pools.pool(UserPoolId).id, Username);
}

/** A user as the answers carry it; times in seconds. */
export function userType(user: User, attributesToGet?: readonly string[]) {
  return {
    Username: user.sub,
    Attributes: attributeList(user, attributesToGet),
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.modifiedAt / 1000,
    Enabled: user.disabled !== true,
    UserStatus: user.status,
  };
}
