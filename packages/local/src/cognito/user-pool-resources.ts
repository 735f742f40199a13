import { type ResourceType, resourceType } from "../service";
import type { Cognito } from "./cognito";
import { stableId } from "./stable-id";
import {
  UserPoolClientProperties,
  UserPoolGroupProperties,
  UserPoolProperties,
  userPoolAwsOnly,
} from "./user-pool-properties";
import { issuerOf, type UserPool, type UserPoolClient } from "./user-pools";

const secondsIn = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** `AWS::Cognito::UserPool`, `::UserPoolClient` and `::UserPoolGroup`. */
export function userPoolResources(cognito: Cognito): ResourceType[] {
  const { region, account } = cognito.machine;
  return [
    resourceType<UserPoolProperties>({
      type: "AWS::Cognito::UserPool",
      properties: UserPoolProperties,
      awsOnly: userPoolAwsOnly,
      async deploy({ logicalId, properties }) {
        const { id } = await addPool(cognito, logicalId, properties);
        const providerUrl = issuerOf(id);
        return {
          ref: id,
          attributes: {
            Arn: `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`,
            UserPoolId: id,
            ProviderName: providerUrl.replace("https://", ""),
            ProviderURL: providerUrl,
          },
        };
      },
    }),
    resourceType<UserPoolClientProperties>({
      type: "AWS::Cognito::UserPoolClient",
      properties: UserPoolClientProperties,
      awsOnly: ["EnablePropagateAdditionalUserContextData"],
      deploy({ logicalId, properties }) {
        const client = toClient(logicalId, properties);
        cognito.pools.pool(client.poolId);
        cognito.pools.addClient(client);
        return { ref: client.id, attributes: { ClientId: client.id, Name: client.name } };
      },
    }),
    resourceType({
      type: "AWS::Cognito::UserPoolGroup",
      properties: UserPoolGroupProperties,
      removal: {
        async remove(name) {
          // `Ref` answers the name alone; where several pools have it, the template's own is not known.
          const having = [...cognito.store.pools.rows()].filter(({ id }) => cognito.groups.find(id, name));
          const [pool] = having;
          if (pool !== undefined && having.length === 1)
            await cognito.groups.delete(cognito.groups.get(pool.id, name));
        },
      },
      async deploy({ properties }) {
        await cognito.groups.save(properties.UserPoolId, {
          name: properties.GroupName,
          description: properties.Description,
          precedence: properties.Precedence,
          roleArn: properties.RoleArn,
        });
        return { ref: properties.GroupName };
      },
    }),
  ];
}

async function addPool(cognito: Cognito, logicalId: string, settings: UserPoolProperties): Promise<UserPool> {
  const { pools, store, machine } = cognito;
  let record = [...store.pools.rows()].find((each) => each.logicalId === logicalId);
  if (!record) {
    const number = store.pools.size === 0 ? "" : store.pools.size + 1;
    record = { id: `${machine.region}_LocalPool${number}`, logicalId, createdAt: machine.clock.now() };
    await store.pools.put(record.id, record);
  }
  const pool = { ...record, settings };
  pools.add(pool);
  return pool;
}

function toClient(logicalId: string, settings: UserPoolClientProperties): UserPoolClient {
  const units = settings.TokenValidityUnits;
  const client = {
    id: stableId(`client ${logicalId}`, 26),
    name: settings.ClientName ?? logicalId,
    poolId: settings.UserPoolId,
    settings,
    accessTokenSeconds: (settings.AccessTokenValidity ?? 1) * secondsIn[units.AccessToken ?? "hours"],
    idTokenSeconds: (settings.IdTokenValidity ?? 1) * secondsIn[units.IdToken ?? "hours"],
    refreshTokenSeconds: (settings.RefreshTokenValidity || 30) * secondsIn[units.RefreshToken ?? "days"],
  };
  checkValidity(logicalId, "AccessTokenValidity", client.accessTokenSeconds, 300, 86_400);
  checkValidity(logicalId, "IdTokenValidity", client.idTokenSeconds, 300, 86_400);
  checkValidity(logicalId, "RefreshTokenValidity", client.refreshTokenSeconds, 3600, 315_360_000);
  return client;
}

/** AWS's own limits, so that a template which works here works there. */
function checkValidity(logicalId: string, name: string, seconds: number, least: number, most: number): void {
  if (seconds < least || seconds > most) {
    throw new Error(`${logicalId}: ${name} is ${seconds} s; AWS allows ${least} s to ${most} s`);
  }
}
