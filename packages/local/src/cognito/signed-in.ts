import { z } from "zod";
import type { Operation } from "../service";
import type { Cognito } from "./cognito";
import { deleteUser } from "./delete-user";
import { parseInput } from "./parse-input";
import { AttributeList, attributeList, readChanges, writableBy } from "./user-attributes";

const WithAccessToken = z.object({ AccessToken: z.string() });
const UpdateUserAttributes = WithAccessToken.extend({ UserAttributes: AttributeList });
const GetTokens = z.object({ ClientId: z.string(), RefreshToken: z.string() });
const RevokeToken = z.object({ ClientId: z.string(), Token: z.string() });

/** What a signed-in user does by an access or refresh token. */
export function signedInOperations(cognito: Cognito): Record<string, Operation> {
  const { pools, store, tokens, users } = cognito;
  return {
    async GetUser(input) {
      const { user, grant } = await tokens.userOf(parseInput(WithAccessToken, input).AccessToken);
      const readable = pools.client(grant.clientId).settings.ReadAttributes;
      return { Username: user.sub, UserAttributes: attributeList(user, readable) };
    },
    async UpdateUserAttributes(input) {
      const { AccessToken, UserAttributes } = parseInput(UpdateUserAttributes, input);
      const { user, grant } = await tokens.userOf(AccessToken);
      const mayWrite = writableBy(pools.client(grant.clientId));
      const changes = readChanges(pools.pool(user.poolId), UserAttributes, mayWrite);
      await users.change(user, { attributes: { ...user.attributes, ...changes } });
      return { CodeDeliveryDetailsList: [] };
    },
    async DeleteUser(input) {
      const { user } = await tokens.userOf(parseInput(WithAccessToken, input).AccessToken);
      await deleteUser(cognito, user);
      return {};
    },
    async GlobalSignOut(input) {
      const { user } = await tokens.userOf(parseInput(WithAccessToken, input).AccessToken);
      await tokens.revokeAll(user);
      return {};
    },
    async GetTokensFromRefreshToken(input) {
      const { ClientId, RefreshToken } = parseInput(GetTokens, input);
      return { AuthenticationResult: await tokens.refresh(RefreshToken, pools.client(ClientId)) };
    },
    async RevokeToken(input) {
      const { ClientId, Token } = parseInput(RevokeToken, input);
      await tokens.revoke(Token, pools.client(ClientId).id);
      store.dropExpired(cognito.machine.clock.now());
      return {};
    },
  };
}
