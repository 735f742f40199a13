import { AwsError } from "../aws-error";
import type { UserPoolClientProperties, UserPoolProperties } from "./user-pool-properties";

export interface UserPool {
  readonly id: string;
  readonly logicalId: string;
  readonly createdAt: number;
  readonly settings: UserPoolProperties;
}

export interface UserPoolClient {
  readonly id: string;
  readonly name: string;
  readonly poolId: string;
  readonly settings: UserPoolClientProperties;
  readonly accessTokenSeconds: number;
  readonly idTokenSeconds: number;
  readonly refreshTokenSeconds: number;
}

/** The pools and clients that the template made. */
export class UserPools {
  readonly #pools = new Map<string, UserPool>();
  readonly #clients = new Map<string, UserPoolClient>();

  add(pool: UserPool): void {
    this.#pools.set(pool.id, pool);
  }

  addClient(client: UserPoolClient): void {
    this.#clients.set(client.id, client);
  }

  all(): UserPool[] {
    return [...this.#pools.values()];
  }

  clientsOf(poolId: string): UserPoolClient[] {
    return [...this.#clients.values()].filter((client) => client.poolId === poolId);
  }

  /** @throws AwsError ResourceNotFoundException */
  pool(id: string): UserPool {
    const pool = this.#pools.get(id);
    if (!pool) throw notFound(`User pool ${id} does not exist.`);
    return pool;
  }

  /** @throws AwsError ResourceNotFoundException */
  client(id: string): UserPoolClient {
    const client = this.#clients.get(id);
    if (!client) throw notFound(`User pool client ${id} does not exist.`);
    return client;
  }
}

/** The issuer in a pool's tokens: AWS's own, so that verifiers of the field run unchanged. */
export function issuerOf(poolId: string): string {
  const [region] = poolId.split("_");
  return `https://cognito-idp.${region}.amazonaws.com/${poolId}`;
}

function notFound(message: string): AwsError {
  return new AwsError("ResourceNotFoundException", message);
}
