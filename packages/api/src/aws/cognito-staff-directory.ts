import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { errorFields, log } from "../log";
import type { StaffDirectory } from "../ports";

const nameless = "Barista";
const keptMs = 5 * 60_000;

/** Shown names from the user pool's attribute `name`, kept for five minutes. */
export class CognitoStaffDirectory implements StaffDirectory {
  readonly #client = new CognitoIdentityProviderClient({});
  readonly #userPoolId: string;
  readonly #known = new Map<string, { name: string; until: number }>();

  constructor(userPoolId: string) {
    this.#userPoolId = userPoolId;
  }

  async nameOf(username: string): Promise<string> {
    const known = this.#known.get(username);
    if (known !== undefined && Date.now() < known.until) return known.name;
    try {
      const name = await this.#ask(username);
      this.#known.set(username, { name, until: Date.now() + keptMs });
      return name;
    } catch (error) {
      // Coffee is made without a name too.
      log("warn", "no name of a member of staff", errorFields(error));
      return known?.name ?? nameless;
    }
  }

  async #ask(username: string): Promise<string> {
    const { UserAttributes = [] } = await this.#client.send(
      new AdminGetUserCommand({ UserPoolId: this.#userPoolId, Username: username }),
    );
    return UserAttributes.find(({ Name }) => Name === "name")?.Value || nameless;
  }
}
