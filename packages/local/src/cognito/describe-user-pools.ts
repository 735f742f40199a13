import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Operation } from "../service";
import type { Cognito } from "./cognito";
import { pageOf } from "./page";
import { parseInput } from "./parse-input";
import type { UserPool, UserPoolClient } from "./user-pools";

const OfPool = z.object({ UserPoolId: z.string() });
const OfClient = OfPool.extend({ ClientId: z.string() });
const Paged = z.object({
  MaxResults: z.number().int().min(1).max(60).optional(),
  NextToken: z.string().optional(),
});

/** What pools and clients there are. */
export function describeOperations(cognito: Cognito): Record<string, Operation> {
  const { pools, users } = cognito;
  return {
    DescribeUserPool(input) {
      const pool = pools.pool(parseInput(OfPool, input).UserPoolId);
      return { UserPool: describePool(cognito, pool, [...users.of(pool.id)].length) };
    },
    DescribeUserPoolClient(input) {
      const { UserPoolId, ClientId } = parseInput(OfClient, input);
      const client = pools.client(ClientId);
      if (client.poolId !== UserPoolId) {
        throw new AwsError("ResourceNotFoundException", `User pool client ${ClientId} does not exist.`);
      }
      return { UserPoolClient: describeClient(client) };
    },
    ListUserPools(input) {
      const { MaxResults, NextToken } = parseInput(Paged, input);
      const { page, next } = pageOf(pools.all(), MaxResults, NextToken);
      return { UserPools: page.map((pool) => ({ Id: pool.id, Name: nameOf(pool) })), NextToken: next };
    },
    ListUserPoolClients(input) {
      const { UserPoolId, MaxResults, NextToken } = parseInput(Paged.extend(OfPool.shape), input);
      const clients = pools.clientsOf(pools.pool(UserPoolId).id);
      const { page, next } = pageOf(clients, MaxResults, NextToken);
      return {
        UserPoolClients: page.map(({ id, name, poolId }) => ({
          ClientId: id,
          ClientName: name,
          UserPoolId: poolId,
        })),
        NextToken: next,
      };
    },
  };
}

function describePool({ machine }: Cognito, pool: UserPool, userCount: number): object {
  const { settings } = pool;
  return {
    Id: pool.id,
    Name: nameOf(pool),
    Arn: `arn:aws:cognito-idp:${machine.region}:${machine.account}:userpool/${pool.id}`,
    Policies: { SignInPolicy: settings.Policies.SignInPolicy },
    UsernameAttributes: settings.UsernameAttributes,
    AutoVerifiedAttributes: settings.AutoVerifiedAttributes,
    UserPoolTier: settings.UserPoolTier,
    MfaConfiguration: "OFF",
    EstimatedNumberOfUsers: userCount,
    CreationDate: pool.createdAt / 1000,
    LastModifiedDate: pool.createdAt / 1000,
  };
}

function describeClient(client: UserPoolClient): object {
  const { settings } = client;
  return {
    UserPoolId: client.poolId,
    ClientId: client.id,
    ClientName: client.name,
    ExplicitAuthFlows: settings.ExplicitAuthFlows,
    AccessTokenValidity: client.accessTokenSeconds,
    IdTokenValidity: client.idTokenSeconds,
    RefreshTokenValidity: client.refreshTokenSeconds,
    TokenValidityUnits: { AccessToken: "seconds", IdToken: "seconds", RefreshToken: "seconds" },
    RefreshTokenRotation: settings.RefreshTokenRotation,
    AuthSessionValidity: settings.AuthSessionValidity,
    PreventUserExistenceErrors: settings.PreventUserExistenceErrors,
    EnableTokenRevocation: true,
  };
}

function nameOf(pool: UserPool): string {
  return pool.settings.UserPoolName ?? pool.logicalId;
}
