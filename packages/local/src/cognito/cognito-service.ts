import type { ServerResponse } from "node:http";
import { join } from "node:path";
import type { JSONWebKeySet } from "jose";
import type { HttpRequest, Machine, Operation, Service } from "../service";
import { adminGroupOperations } from "./admin-groups";
import { adminUserOperations } from "./admin-users";
import { AttemptLimit } from "./attempt-limit";
import type { Cognito, SendMail } from "./cognito";
import { CognitoStore } from "./cognito-store";
import { describeOperations } from "./describe-user-pools";
import { Groups } from "./groups";
import { signInOperations } from "./sign-in";
import { signUpOperations } from "./sign-up";
import { signedInOperations } from "./signed-in";
import { openSigningKey, type SigningKey } from "./signing-key";
import { Tokens } from "./tokens";
import { userPoolResources } from "./user-pool-resources";
import { issuerOf, UserPools } from "./user-pools";
import { Users } from "./users";
import { tokenVerifier, type VerifyToken } from "./verify-token";

export interface CognitoService extends Service {
  /** The public keys of all pools. */
  publicKeys(): JSONWebKeySet;
  /** The `iss` of a pool's tokens. */
  issuer(poolId: string): string;
  readonly verifyToken: VerifyToken;
}

/**
 * Cognito user pools: sign-up and sign-in by e-mail codes, tokens, users and groups.
 * @param options.mail gets every code that goes out
 */
export function createCognitoService(machine: Machine, options: { mail: SendMail }): CognitoService {
  const { clock } = machine;
  const folder = join(machine.dataFolder, "cognito");
  const store = CognitoStore.open(folder, clock.now());
  const key = openSigningKey(folder);
  const verifyToken = tokenVerifier(key, clock);
  const pools = new UserPools();
  const users = new Users(store, clock);
  const groups = new Groups(store, clock);
  const tokens = new Tokens(key, verifyToken, store, users, groups, clock);
  const cognito: Cognito = {
    machine,
    store,
    pools,
    users,
    groups,
    tokens,
    mail: options.mail,
    sending: new AttemptLimit(clock, 60, 900),
    guessing: new AttemptLimit(clock, 20, 900),
  };
  const clientOperations = {
    ...signUpOperations(cognito),
    ...signInOperations(cognito),
    ...signedInOperations(cognito),
  };
  const operations: Record<string, Operation> = {
    ...clientOperations,
    ...adminUserOperations(cognito),
    ...adminGroupOperations(cognito),
    ...describeOperations(cognito),
  };
  return {
    name: "cognito-idp",
    targetPrefix: "AWSCognitoIdentityProviderService",
    jsonVersion: "1.1",
    operations,
    publicOperations: Object.keys(clientOperations),
    resources: userPoolResources(cognito),
    handle: async (request, response) => answerKeys(pools, key, request, response),
    publicKeys: () => key.keySet,
    issuer: issuerOf,
    verifyToken,
    close: () => store.close(),
  };
}

function answerKeys(
  pools: UserPools,
  key: SigningKey,
  { method, url }: HttpRequest,
  response: ServerResponse,
): boolean {
  const [, poolId] = /^\/([^/]+)\/\.well-known\/jwks\.json$/.exec(url.pathname) ?? [];
  if (method !== "GET" || !pools.all().some((pool) => pool.id === poolId)) return false;
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(key.keySet));
  return true;
}
