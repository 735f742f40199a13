import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUpdateUserAttributesCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  GroupExistsException,
  paginateAdminListGroupsForUser,
  paginateListUsersInGroup,
  ResourceNotFoundException,
  UserNotFoundException,
  UsernameExistsException,
} from "@aws-sdk/client-cognito-identity-provider";
import { AppError } from "@serverlesspresso/contracts/error";
import { MemberName } from "@serverlesspresso/contracts/staff";
import { errorFields, log } from "../log";
import type { Person, StaffDirectory } from "../staff/staff-directory";

const nameless = "Barista";
const keptMs = 5 * 60_000;

/** The user pool, whose user names are the `sub`s; shown names are its attribute `name`, kept for five minutes. */
export class CognitoStaffDirectory implements StaffDirectory {
  readonly #client = new CognitoIdentityProviderClient({});
  readonly #pool: { UserPoolId: string };
  readonly #known = new Map<string, { name: string; until: number }>();

  constructor(userPoolId: string) {
    this.#pool = { UserPoolId: userPoolId };
  }

  async nameOf(username: string): Promise<string> {
    const known = this.#known.get(username);
    if (known !== undefined && Date.now() < known.until) return known.name;
    try {
      const { UserAttributes } = await this.#read(username);
      const name = nameIn(UserAttributes);
      this.#known.set(username, { name, until: Date.now() + keptMs });
      return name;
    } catch (error) {
      // Coffee is made without a name too.
      log("warn", "no name of a member of staff", errorFields(error));
      return known?.name ?? nameless;
    }
  }

  async accountOf(email: string, name: string): Promise<{ id: string; isNew: boolean }> {
    const attributes = { email, email_verified: "true", name };
    try {
      const { User } = await this.#client.send(
        new AdminCreateUserCommand({
          ...this.#of(email),
          UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
          MessageAction: "SUPPRESS",
        }),
      );
      return { id: idIn(User), isNew: true };
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      const found = await this.#read(email);
      // One that nobody has confirmed at all stays its owner's: confirming it replaces its password.
      const isOwners =
        found.UserStatus !== "CONFIRMED" || attributeIn("email_verified", found.UserAttributes) === "true";
      if (isOwners) return { id: idIn(found), isNew: false };
      throw new AppError(
        "member_protected",
        "The owner of this address has not confirmed it for this account.",
      );
    }
  }

  async rename(id: string, name: string): Promise<void> {
    const UserAttributes = [{ Name: "name", Value: name }];
    await this.#client.send(new AdminUpdateUserAttributesCommand({ ...this.#of(id), UserAttributes }));
    this.#known.delete(id);
  }

  async groupsOf(id: string): Promise<string[] | null> {
    const groups: string[] = [];
    try {
      for await (const page of paginateAdminListGroupsForUser({ client: this.#client }, this.#of(id))) {
        groups.push(...(page.Groups ?? []).flatMap(({ GroupName }) => GroupName ?? []));
      }
      return groups;
    } catch (error) {
      if (error instanceof UserNotFoundException) return null;
      throw error;
    }
  }

  async membersOf(group: string): Promise<Person[]> {
    const people: Person[] = [];
    const query = { ...this.#pool, GroupName: group };
    await unlessAnswered(ResourceNotFoundException, async () => {
      for await (const { Users = [] } of paginateListUsersInGroup({ client: this.#client }, query)) {
        people.push(...Users.map((user) => ({ id: idIn(user), name: nameIn(user.Attributes) })));
      }
    });
    return people;
  }

  async join(id: string, group: string): Promise<void> {
    const command = new AdminAddUserToGroupCommand({ ...this.#of(id), GroupName: group });
    try {
      await this.#client.send(command);
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
      await unlessAnswered(GroupExistsException, () =>
        this.#client.send(new CreateGroupCommand({ ...this.#pool, GroupName: group })),
      );
      await this.#client.send(command);
    }
  }

  async leave(id: string, group: string): Promise<void> {
    const command = new AdminRemoveUserFromGroupCommand({ ...this.#of(id), GroupName: group });
    await unlessAnswered(UserNotFoundException, () =>
      unlessAnswered(ResourceNotFoundException, () => this.#client.send(command)),
    );
  }

  async deleteAccount(id: string): Promise<void> {
    const command = new AdminDeleteUserCommand(this.#of(id));
    await unlessAnswered(UserNotFoundException, () => this.#client.send(command));
    this.#known.delete(id);
  }

  #of(username: string) {
    return { ...this.#pool, Username: username };
  }

  #read(username: string) {
    return this.#client.send(new AdminGetUserCommand(this.#of(username)));
  }
}

type ErrorType = new (...args: never[]) => Error;

/** Acts; that it fails with `expected` is as good: there is nothing left to do. */
async function unlessAnswered(expected: ErrorType, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof expected)) throw error;
  }
}

function idIn(user: { Username?: string | undefined } | undefined): string {
  if (user?.Username === undefined) throw new Error("The user pool answered a user without a name.");
  return user.Username;
}

/** The shown name, as long as the API itself would give one: others may have written it into the pool. */
function nameIn(attributes?: readonly AttributeType[]): string {
  return MemberName.safeParse(attributeIn("name", attributes)).data ?? nameless;
}

function attributeIn(name: string, attributes: readonly AttributeType[] = []): string | undefined {
  return attributes.find(({ Name }) => Name === name)?.Value;
}
