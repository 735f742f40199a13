import type { Addresses } from "./addresses";
import type { AwsServices } from "./aws-server";
import { createCloudformationService } from "./cloudformation/cloudformation-service";
import type { Assets } from "./deploy/assets";
import type { Deployment } from "./deploy/deployment";
import { createDynamodbService } from "./dynamodb/dynamodb-service";
import { createLambdaService } from "./lambda/lambda-service";
import type { Mail } from "./mail/mail";
import type { Options } from "./options";
import type { Machine, Service } from "./service";
import { createStsService } from "./sts/sts-service";

export interface ServiceNeeds {
  readonly machine: Machine;
  readonly options: Options;
  readonly addresses: Addresses;
  readonly assets: Assets;
  readonly mail: (mail: Mail) => void;
  readonly deployment: () => Deployment | undefined;
  /** Told of each service at once, so that those after it can call it and a failed start can close it. */
  readonly onService: (service: Service) => void;
}

/** Creates every service, those that others call while they start first. */
export async function createServices(needs: ServiceNeeds): Promise<AwsServices> {
  const { machine, options, assets } = needs;
  const all: Service[] = [];
  const add = <S extends Service>(service: S): S => {
    all.push(service);
    needs.onService(service);
    return service;
  };
  const dynamodb = add(await createDynamodbService(machine));
  add(createLambdaService(machine, { assets, endpoint: `http://127.0.0.1:${options.ports.aws}` }));
  add(createStsService(machine));
  add(createCloudformationService(machine, needs.deployment));
  return { all, dynamodb, upgrade: () => false };
}
